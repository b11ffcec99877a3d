import { type FaceEngine, type Stage, type WantedStages } from '../../../src/platform/face/face-engine.js';
import { percentile } from '../percentile.js';

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export interface PipelineLatency extends Latency {
  readonly stages: Readonly<Partial<Record<Stage, Latency>>>;
}

/** What a validation asks for. */
export const WANTED: WantedStages = { live: true, embedding: true };

/** Times whole pipelines of one engine, one frame at a time: from the bytes of a JPEG to the embedding. */
export class PipelineClock {
  private readonly whole: number[] = [];
  private readonly stages = new Map<Stage, number[]>();

  constructor(private readonly engine: FaceEngine) {}

  /** @throws Error when the frame's face is not found: then there would be nothing to time */
  async time(frame: Uint8Array): Promise<void> {
    const start = performance.now();
    const { faces, timings } = await this.engine.analyse(frame, WANTED);
    this.whole.push(performance.now() - start);
    if (faces[0]?.embedding === undefined) throw new Error('The engine did not embed the face of the bench.');
    for (const [stage, milliseconds] of Object.entries(timings) as [Stage, number][]) {
      this.stages.set(stage, [...(this.stages.get(stage) ?? []), milliseconds]);
    }
  }

  latency(): PipelineLatency {
    const stages = [...this.stages].map(([stage, times]) => [stage, latencyOf(times)] as const);
    return { ...latencyOf(this.whole), stages: Object.fromEntries(stages) };
  }
}

const latencyOf = (times: readonly number[]): Latency => ({
  p50: round(percentile(times, 0.5)),
  p95: round(percentile(times, 0.95)),
});

const round = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
