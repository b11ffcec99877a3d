import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ChallengeStep } from '../../../src/modules/validation/challenge/challenge-step.js';
import { OperatorError } from '../../support/operator-error.js';

export const SIDECAR = 'challenge.json';

const sidecar = z.strictObject({
  /** What was asked for; left out: whatever the sequence shows. */
  steps: z.array(z.enum(ChallengeStep)).min(1).max(3).optional(),
  /** When each frame was taken, milliseconds; left out: assumed. */
  times: z.array(z.number()).optional(),
});

export type Sidecar = z.output<typeof sidecar>;

/** What is known of a sequence beside its frames; nothing when there is no such file. @throws OperatorError */
export async function readSidecar(file: string, frames: number): Promise<Sidecar> {
  if (!existsSync(file)) return {};
  const read = sidecar.safeParse(parsed(await readFile(file, 'utf8'), file));
  if (!read.success) throw new OperatorError(`${file}: ${z.prettifyError(read.error)}`);
  const { times } = read.data;
  if (times !== undefined && times.length !== frames)
    throw new OperatorError(`${file} has ${times.length} times for ${frames} frames.`);
  return read.data;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(`${file} is no JSON.`);
  }
}
