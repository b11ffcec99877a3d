import { readFile } from 'node:fs/promises';
import { Registry } from 'prom-client';
import { decide } from '../../../src/modules/validation/attempts/decision.js';
import { AttemptState, ValidationReason } from '../../../src/modules/validation/attempts/validation-reason.js';
import { UnavailableError } from '../../../src/common/errors/domain-error.js';
import { examineFrames, type FrameFinding } from '../../../src/platform/face/examine-frames.js';
import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { Telemetry } from '../../../src/platform/telemetry/telemetry.js';
import { progressTo } from '../verification/progress.js';
import { type Outcome } from './rates.js';
import { type Presentation } from './presentations.js';

/** Frames in the engine at one time: as many as one capture may have. */
const AT_ONCE = 8;

/** Of the comparison between the frames of one presentation: the default of a checkpoint. */
const TARGET_FMR = 1e-4;

/** Whoever it is, it is the person of the card: what is measured is what a passive checkpoint says besides. */
const anybody = { kind: 'present', compare: () => 1 } as const;

/** What a checkpoint with PASSIVE liveness decides on each, in order. */
export async function showAll(engine: FaceEngine, presentations: readonly Presentation[]): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(presentations.length);
  const onProgress = progressTo(process.stderr, presentations.length);
  const queue = presentations.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, presentation] of queue) {
      outcomes[index] = await show(engine, presentation);
      onProgress(++done);
    }
  };
  const several = presentations.some(({ files }) => files.length > 1);
  await Promise.all(Array.from({ length: several ? 1 : AT_ONCE }, work));
  return outcomes;
}

async function show(engine: FaceEngine, { group, files }: Presentation): Promise<Outcome> {
  const policy = { threshold: engine.thresholdFor(TARGET_FMR), live: engine.liveThreshold };
  const frames = await findings(engine, files);
  const { state, reason, live } = decide({ reference: anybody, frames }, policy);
  const judged = state === AttemptState.ACCEPTED || reason === ValidationReason.LOOKS_LIKE_A_PICTURE;
  return { group, accepted: state === AttemptState.ACCEPTED, reason, score: judged ? live : undefined };
}

async function findings(engine: FaceEngine, files: readonly string[]): Promise<FrameFinding[]> {
  const found: FrameFinding[] = [];
  const telemetry = new Telemetry(new Registry());
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const frames = await Promise.all(files.slice(at, at + AT_ONCE).map((file) => readFile(file)));
    const examine = () => examineFrames(engine, frames, { live: true }, telemetry);
    found.push(...(await examine().catch((error: unknown) => again(error, examine))));
  }
  return found;
}

/** Once: a measurement of an hour must not end because the machine was busy for half a minute. */
function again<T>(error: unknown, work: () => Promise<T>): Promise<T> {
  if (error instanceof UnavailableError) return work();
  throw error;
}
