import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { WANTED } from './latency.js';

/** Frames in flight for each thread: one being worked on, one waiting, so that no thread is ever idle. */
const IN_FLIGHT = 2;

/** Whole pipelines a second of an engine that never lacks work. */
export async function throughputOf(
  engine: FaceEngine,
  threads: number,
  frames: readonly Uint8Array[],
  seconds: number,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  const lane = async (first: number) => {
    for (let index = first; performance.now() < end; index++) {
      await engine.analyse(frames[index % frames.length] ?? new Uint8Array(), WANTED);
      done++;
    }
  };
  await Promise.all(Array.from({ length: threads * IN_FLIGHT }, (_, index) => lane(index)));
  return (done * 1_000) / (performance.now() - start);
}
