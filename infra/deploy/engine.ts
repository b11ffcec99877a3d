import { spawnSync } from 'node:child_process';
import { DeploymentError } from './needed.ts';

/** A program of this machine; `input` goes to its standard input and is not shown. */
export type Run = (program: string, args: readonly string[], input?: string) => void;

/** @throws DeploymentError when it ends with anything but 0 */
export const runHere: Run = (program, args, input) => {
  const { status, error } = spawnSync(program, [...args], {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'],
    ...(input !== undefined && { input }),
  });
  if (error !== undefined) throw new DeploymentError(`${program}: ${error.message}`);
  if (status !== 0) throw new DeploymentError(`${program} ${args[0] ?? ''} ended with ${String(status)}.`);
};

export const rehearseHere =
  (say: (line: string) => void): Run =>
  (program, args) => {
    say([program, ...args].join(' '));
  };
