import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { UnavailableError } from '../../../common/errors/domain-error.js';
import { type EngineLoad, type FrameAnalysis, type WantedStages } from '../face-engine.js';
import { FrameRefusedError } from '../frame-refused.error.js';
import { type ThreadAnswer, type ThreadSetup, type ThreadTask } from './thread-protocol.js';

/** Frames that may wait for each thread: about a second of work. Beyond that a caller does better to try again later. */
const QUEUE_PER_THREAD = 32;

/** Milliseconds from the call to the answer. A whole queue of the largest pictures needs less; a thread that hangs does not. */
const TASK_TIMEOUT = 30_000;

export interface FacePoolOptions {
  readonly threads: number;
  readonly setup: ThreadSetup;
  /** Milliseconds. */
  readonly taskTimeout?: number;
  /** What the threads run; another program only in tests. */
  readonly program?: URL;
}

/** A fixed number of threads, each with its own networks, one frame at a time in each. */
export class FacePool {
  private readonly pool: Piscina<ThreadTask | undefined, ThreadAnswer>;
  readonly threads: number;
  private readonly taskTimeout: number;
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  constructor({ threads, setup, taskTimeout = TASK_TIMEOUT, program }: FacePoolOptions) {
    this.threads = threads;
    this.taskTimeout = taskTimeout;
    this.pool = new Piscina({
      filename: fileURLToPath(program ?? new URL('./thread.js', import.meta.url)),
      workerData: setup,
      minThreads: threads,
      maxThreads: threads,
    });
  }

  /** One task for each thread: all are idle, so each takes one. @throws whatever kept the networks from loading */
  async warmUp(): Promise<void> {
    await Promise.all(Array.from({ length: this.threads }, () => this.pool.run(undefined, { name: 'warmUp' })));
  }

  /**
   * @throws FrameRefusedError
   * @throws UnavailableError when the queue is full, the time is up, the pool is closed, or the thread has died (another takes its place)
   */
  async analyse(frame: Uint8Array, wanted: WantedStages): Promise<FrameAnalysis> {
    const limit = this.threads * (1 + QUEUE_PER_THREAD);
    if (this.closed || this.underWay.size >= limit) throw new UnavailableError('The face engine');
    const answering = this.run(frame, wanted);
    this.underWay.add(answering);
    try {
      const answer = await answering;
      if ('refused' in answer) throw new FrameRefusedError(answer.refused);
      return answer.analysis;
    } finally {
      this.underWay.delete(answering);
    }
  }

  get load(): EngineLoad {
    const surplus = this.underWay.size - this.threads;
    return { waiting: Math.max(0, surplus), idle: Math.max(0, -surplus) };
  }

  /** The bytes are copied once and then moved, so that the caller keeps its buffer, which may be part of a larger one. */
  private run(bytes: Uint8Array, wanted: WantedStages): Promise<ThreadAnswer> {
    const frame = new Uint8Array(bytes);
    const options = { signal: AbortSignal.timeout(this.taskTimeout), transferList: [frame.buffer] };
    return this.pool.run({ frame, wanted }, options).catch((error: unknown) => {
      throw meansLostThread(error) ? new UnavailableError('The face engine', error) : error;
    });
  }

  /** Takes no more frames, finishes those under way, and ends the threads. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
    await this.pool.destroy();
  }
}

/** Piscina's errors have no codes. An error without these marks comes from our own code in the thread. */
function meansLostThread(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || /^(worker exited|Terminating worker)/.test(error.message);
}
