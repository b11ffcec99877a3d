import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '../support/operator-error.js';
import { childrenOf, endProcess } from '../support/processes.js';

type Environment = Readonly<Record<string, string>>;

/** What the image says of itself, as a container engine would read it. */
const inspected = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
      WorkingDir: z.string(),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});

export type ImageConfig = z.output<typeof inspected>['Docker']['config'];

export interface Running {
  /** Of the program itself, in its container. */
  pid(): number;
  /** Asks it to end. @returns its exit code */
  stop(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** An image in a storage of its own, run by buildah in a chroot: no engine, no namespaces but that of mounts. */
export class Image {
  private readonly containers: string[] = [];

  constructor(
    private readonly name: string,
    private readonly dir: string,
  ) {}

  async config(): Promise<ImageConfig> {
    const text = await this.buildah('inspect', '--type', 'image', this.name);
    return inspected.parse(JSON.parse(text)).Docker.config;
  }

  /** Of the image, as `docker images` tells it. */
  async size(): Promise<string> {
    return (await this.buildah('images', '--format', '{{.Size}}', this.name)).trim().split('\n')[0] ?? '';
  }

  /** @returns the folder of a container's root, and its name */
  async container(): Promise<{ readonly name: string; readonly folder: string }> {
    const name = (await this.buildah('from', '--pull-never', this.name)).trim();
    this.containers.push(name);
    return { name, folder: (await this.buildah('mount', name)).trim() };
  }

  /** Runs a program to its end. @returns what it printed @throws OperatorError when it ends with anything but 0 */
  async runOnce(container: string, command: readonly string[], environment: Environment): Promise<string> {
    const args = this.arguments(...this.runArguments(container, command, environment));
    try {
      const { stdout, stderr } = await promisify(execFile)('buildah', args, { maxBuffer: 2 ** 26 });
      return stdout + stderr;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new OperatorError(`${command.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
    }
  }

  /** Starts a program that stays. */
  start(container: string, command: readonly string[], environment: Environment, log: string): Running {
    const args = this.arguments(...this.runArguments(container, command, environment));
    const child = spawn('buildah', args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const out = createWriteStream(log);
    for (const stream of [child.stdout, child.stderr]) stream.pipe(out, { end: false });
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const pid = () => programBelow(Number(child.pid));
    return {
      pid,
      ended,
      stop: async () => {
        await endProcess(pid(), ['SIGTERM', 'SIGKILL'], 30_000);
        return ended;
      },
    };
  }

  async clean(): Promise<void> {
    for (const name of this.containers.splice(0)) {
      await this.buildah('umount', name);
      await this.buildah('rm', name);
    }
  }

  private runArguments(container: string, command: readonly string[], environment: Environment): string[] {
    const variables = Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    return ['run', '--isolation', 'chroot', '--cap-drop', 'all', ...variables, container, '--', ...command];
  }

  private arguments(...args: readonly string[]): string[] {
    const storage = ['--root', path.join(this.dir, 'storage'), '--runroot', path.join(this.dir, 'run')];
    return [...storage, '--storage-driver', 'vfs', ...args];
  }

  private async buildah(...args: readonly string[]): Promise<string> {
    return (await promisify(execFile)('buildah', this.arguments(...args), { maxBuffer: 2 ** 26 })).stdout;
  }
}

/** The last of the chain that buildah makes: itself, itself in the chroot, the program. */
function programBelow(pid: number): number {
  const [child] = childrenOf(pid);
  return child === undefined ? pid : programBelow(child);
}
