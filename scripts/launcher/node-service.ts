import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { nodeFlags } from '../support/node-flags.js';
import { endProcess } from '../support/processes.js';
import { openLog } from './log-file.js';
import { readableLog } from './readable-log.js';
import { type Settings } from './settings.js';
import { type Running, type Service } from './supervisor.js';

/** sysexits.h: the settings are wrong. */
const badConfiguration = 78;

interface NodeServiceOptions {
  readonly name: string;
  /** The JavaScript file to run. */
  readonly program: string;
  readonly settings: Settings;
  readonly logFile: string;
  /** Gets the warnings and errors it logs, readable. */
  readonly report: (line: string) => void;
}

/**
 * A Node program of ours as a service. It gets an IPC channel only so that it sees it close when we are killed, and a
 * process group of its own so that Ctrl-C in the terminal reaches it through us, in order.
 */
export function nodeService({ name, program, settings, logFile, report }: NodeServiceOptions): Service {
  return { name, logFile, start };

  async function start(): Promise<Running> {
    const child = spawn(process.execPath, [...nodeFlags, program], {
      env: settings,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    await once(child, 'spawn');
    const log = openLog(logFile);
    for (const output of [child.stdout, child.stderr].filter((stream) => stream !== null)) {
      createInterface(output).on('line', (line) => {
        log.write(`${line}\n`);
        const readable = readableLog(line);
        if (readable !== undefined) report(`${path.basename(logFile, '.log')}: ${readable}`);
      });
    }
    const ended = new Promise<{ how: string; hopeless: boolean }>((resolve) => {
      child.once('close', (code, signal) => {
        log.end();
        resolve({ how: signal ?? `exit code ${code ?? 'unknown'}`, hopeless: code === badConfiguration });
      });
    });
    return {
      ended,
      kill: () => void child.kill('SIGKILL'),
      stop: async () => {
        await endProcess(Number(child.pid), ['SIGTERM', 'SIGKILL'], 15_000);
        await ended;
      },
    };
  }
}
