import { parseArgs } from 'node:util';
import { people } from '../../demo/people.js';
import { openEngine } from '../../eval/engine.js';
import { wholeNumber } from '../../support/whole-number.js';
import { percentile } from '../percentile.js';
import { PipelineClock, type PipelineLatency } from './latency.js';
import { throughputOf } from './throughput.js';

const WARM_UP_ROUNDS = 3;
const WARM_UP_SECONDS = 1;
const THROUGHPUT_SECONDS = 3;
const THROUGHPUT_ROUNDS = 5;

/** Times are in milliseconds. */
export interface FaceReport {
  readonly frames: string;
  readonly onnx: PipelineLatency;
  readonly faceApiWasm: PipelineLatency;
  /** faceApiWasm.p50 / onnx.p50 */
  readonly ratio: number;
  /** Of onnx, by the number of its threads; medians of rounds that take turns. */
  readonly pipelinesPerSecond: Readonly<Record<'1' | '2', number>>;
  /** Median over the rounds of two threads' throughput divided by one's. */
  readonly twoThreadsOverOne: number;
}

/** `bench face [--rounds N] [--json]`: the whole pipeline of both engines on the same frames, in turns. */
export async function faceCommand(args: readonly string[]): Promise<void> {
  const options = { rounds: { type: 'string', default: '12' }, json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const rounds = wholeNumber('--rounds', values.rounds);
  const { genuine, probe, other } = await people();
  const frames = [...genuine, probe, other].map(({ jpeg }) => jpeg);

  const { onnx, faceApiWasm } = await latencies(frames, rounds);
  const report: FaceReport = {
    frames: `${frames.length} JPEG of 640 × 480, one face about a third of the width, ${rounds} rounds`,
    onnx,
    faceApiWasm,
    ratio: round(faceApiWasm.p50 / onnx.p50),
    ...(await throughputs(frames)),
  };
  process.stdout.write(`${readable(report)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

/** The engines take turns, all frames each, so that whatever else the machine does hits both. */
async function latencies(frames: readonly Uint8Array[], rounds: number) {
  await using engines = new AsyncDisposableStack();
  const open = async (name: 'onnx' | 'face-api') => {
    const engine = await openEngine(name, 1);
    engines.defer(() => engine.close());
    return engine;
  };
  const [onnx, faceApi] = [await open('onnx'), await open('face-api')];
  await timeInTurns([new PipelineClock(onnx), new PipelineClock(faceApi)], frames, WARM_UP_ROUNDS);
  const clocks = [new PipelineClock(onnx), new PipelineClock(faceApi)] as const;
  await timeInTurns(clocks, frames, rounds);
  return { onnx: clocks[0].latency(), faceApiWasm: clocks[1].latency() };
}

async function timeInTurns(clocks: readonly PipelineClock[], frames: readonly Uint8Array[], rounds: number) {
  for (let round = 0; round < rounds; round++) {
    for (const clock of clocks) for (const frame of frames) await clock.time(frame);
  }
}

async function throughputs(frames: readonly Uint8Array[]) {
  const measured: { one: number; two: number }[] = [];
  for (let index = 0; index < THROUGHPUT_ROUNDS; index++) {
    measured.push({ one: await throughputWith(1, frames), two: await throughputWith(2, frames) });
  }
  const median = (of: (round: { one: number; two: number }) => number) => round(percentile(measured.map(of), 0.5));
  return {
    pipelinesPerSecond: { '1': median(({ one }) => one), '2': median(({ two }) => two) },
    twoThreadsOverOne: median(({ one, two }) => two / one),
  };
}

/** With no other pool in the process, as in a worker: even an idle one would take a few percent. */
async function throughputWith(threads: number, frames: readonly Uint8Array[]): Promise<number> {
  const engine = await openEngine('onnx', threads);
  try {
    await throughputOf(engine, threads, frames, WARM_UP_SECONDS);
    return await throughputOf(engine, threads, frames, THROUGHPUT_SECONDS);
  } finally {
    await engine.close();
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

function readable({ frames, onnx, faceApiWasm, ratio, pipelinesPerSecond, twoThreadsOverOne }: FaceReport): string {
  const line = (name: string, { p50, p95, stages }: PipelineLatency) =>
    `  ${name.padEnd(14)} p50 ${p50} ms, p95 ${p95} ms   (${Object.entries(stages)
      .map(([stage, latency]) => `${stage} ${latency.p50}`)
      .join(', ')})`;
  return [
    `Whole pipeline, one frame at a time on one thread; ${frames}:`,
    line('onnx', onnx),
    line('face-api wasm', faceApiWasm),
    `  onnx is ${ratio} times as fast.`,
    `Pipelines a second of onnx: ${pipelinesPerSecond['1']} with one thread, ${pipelinesPerSecond['2']} with two (${twoThreadsOverOne} times).`,
  ].join('\n');
}
