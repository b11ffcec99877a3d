import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { nodeFlags } from '../support/node-flags.js';
import { OperatorError } from '../support/operator-error.js';
import { readableLog } from './readable-log.js';
import { type Settings } from './settings.js';

/** Runs a Node program of ours to its end. @returns what it printed @throws OperatorError when it fails */
export async function runOnce(name: string, program: string, settings: Settings, signal: AbortSignal): Promise<string> {
  const options = { env: settings, signal, maxBuffer: 10_000_000 };
  const result = await promisify(execFile)(process.execPath, [...nodeFlags, program], options).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
      const said = `${stdout ?? ''}\n${stderr ?? ''}`
        .split('\n')
        .map(readableLog)
        .filter((line) => line !== undefined);
      throw new OperatorError(`${name} failed (${String(code)}):\n  ${said.slice(-15).join('\n  ')}`);
    },
  );
  return result.stdout;
}
