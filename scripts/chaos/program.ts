import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { untilReady } from '../launcher/readiness.js';
import { type Settings } from '../launcher/settings.js';
import { nodeFlags } from '../support/node-flags.js';

/** So many of its last lines are kept for whoever looks into a failure. */
const LOG_LINES = 5_000;

interface ProgramOptions {
  readonly name: string;
  /** The JavaScript file to run. */
  readonly file: string;
  /** Where it answers, however often it is started. */
  readonly url: string;
  readonly settings: Settings;
}

/** A process of Presente that can be killed, paused and started again. */
export class Program {
  readonly log: string[] = [];
  /** Jobs that it gave up because somebody else had taken them over. */
  takenOver = 0;
  private child: ChildProcess | undefined;

  constructor(private readonly options: ProgramOptions) {}

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return this.options.url;
  }

  /** Spawns it; a supervisor would not wait until it is ready either. */
  start(): void {
    const { file, settings } = this.options;
    // The channel closes when we are killed, and then it ends itself; the group of its own keeps Ctrl-C from it.
    const child = spawn(process.execPath, [...nodeFlags, file], {
      env: { PATH: process.env['PATH'], ...settings },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.keep(text);
      });
    this.child = child;
  }

  /** @throws OperatorError when it is not within `patience` milliseconds */
  async ready(patience?: number): Promise<void> {
    await untilReady(this.name, `${this.url}/health/ready`, new AbortController().signal, patience);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private keep(text: string): void {
    const lines = text.split('\n').filter(Boolean);
    this.takenOver += lines.filter((line) => line.includes('"reason":"taken over"')).length;
    this.log.push(...lines);
    this.log.splice(0, this.log.length - LOG_LINES);
  }
}
