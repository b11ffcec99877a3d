import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Readable } from 'node:stream';

const program = path.join(import.meta.dirname, 'launcher.js');

const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
// Under npm's name it also stops when the test that started it is gone.
const environment = { PATH: process.env['PATH'], PORT: '0', WORKER_PORT: '0', npm_lifecycle_event: 'start' };

/** A launcher with stand-in programs, running as a process of its own. */
export class LauncherSession {
  private printed = '';
  readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (this.printed += String(chunk)));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  static start(dataDir: string, settings: Readonly<Record<string, string>> = {}): LauncherSession {
    return new LauncherSession(
      spawn(process.execPath, [program, dataDir], { env: { ...environment, ...settings }, stdio }),
    );
  }

  /** As npm starts it: below a shell, and it is the shell that gets the signals. */
  static startByNpm(dataDir: string): LauncherSession {
    const script = '"$0" "$1" "$2"; exit $?';
    return new LauncherSession(
      spawn('sh', ['-c', script, process.execPath, program, dataDir], { env: environment, stdio }),
    );
  }

  get output(): string {
    return this.printed;
  }

  /** Waits for a text to be printed. @throws when the launcher ends first */
  async prints(text: string | RegExp): Promise<string> {
    for (;;) {
      const found = new RegExp(text).exec(this.printed);
      if (found !== null) return found[1] ?? found[0];
      const ended = await Promise.race([
        this.ended.then(() => true),
        once(this.child.stdout, 'data').then(() => false),
      ]);
      if (ended) throw new Error(`The launcher ended without printing ${String(text)}:\n${this.printed}`);
    }
  }

  /** The API's and the worker's answers, once they are ready. */
  async answers(): Promise<{ rows: number; pid: number }[]> {
    const urls = await this.prints(/Health +(.*)/);
    const read = async (url: string) => (await (await fetch(url)).json()) as { rows: number; pid: number };
    return Promise.all(urls.split('  ').map(read));
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }
}
