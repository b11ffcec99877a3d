import { Injectable } from '@nestjs/common';
import { type CapturePurpose } from './capture-tickets.js';

/** The module that waits for a capture. */
export interface CaptureSink {
  /** How many frames one upload may hold. */
  readonly maxFrames: number;
  /**
   * Asked before the body is read. @returns undefined when the subject does not wait for frames (unknown, already
   * uploaded, over); otherwise the correlation id of the request that opened it, under which everything goes on
   */
  awaits(subjectId: string): Promise<string | undefined>;
  /** Takes the stored capture over and queues the work, atomically and once. False when somebody else was first. */
  accept(subjectId: string, captureId: string): Promise<boolean>;
}

/** Feature modules register here; so the upload knows none of them. */
@Injectable()
export class CaptureSinks {
  private readonly sinks = new Map<CapturePurpose, CaptureSink>();

  register(purpose: CapturePurpose, sink: CaptureSink): void {
    if (this.sinks.has(purpose)) throw new Error(`Captures for ${purpose} already have a sink.`);
    this.sinks.set(purpose, sink);
  }

  of(purpose: CapturePurpose): CaptureSink {
    const sink = this.sinks.get(purpose);
    if (sink === undefined) throw new Error(`Captures for ${purpose} have no sink.`);
    return sink;
  }
}
