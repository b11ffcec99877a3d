import { Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AnyoneMay } from '../../common/context/anyone-may.js';
import { runInContext } from '../../common/context/request-context.js';
import { faultOf } from '../../common/errors/fault.js';
import { meansUnreachable } from '../../common/errors/unavailability.js';
import { type FrameLimits, inspectFrame } from '../face/decode.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { SpanKind, traced } from '../tracing/tracing.js';
import { type CaptureSink, CaptureSinks } from './capture-sinks.js';
import { CaptureTickets } from './capture-tickets.js';
import { Captures } from './captures.service.js';
import { readUpload, sizeOf } from './read-upload.js';
import { CaptureNotAwaitedError, CaptureTicketError } from './upload.errors.js';
import { UploadRoom } from './upload-room.js';

export interface CaptureLimits extends FrameLimits {
  /** How long the frames may wait for the worker, in seconds. */
  readonly keepSeconds: number;
}
export const CAPTURE_LIMITS = Symbol('CaptureLimits');

export interface CaptureReceipt {
  /** Of the enrolment or the attempt. */
  readonly id: string;
  readonly frames: number;
}

/** Where frames come in. Whoever holds the ticket of an open enrolment or attempt may upload once. */
@Controller('captures')
export class CapturesController {
  constructor(
    private readonly tickets: CaptureTickets,
    private readonly sinks: CaptureSinks,
    private readonly captures: Captures,
    private readonly room: UploadRoom,
    private readonly telemetry: Telemetry,
    @Inject(CAPTURE_LIMITS) private readonly limits: CaptureLimits,
  ) {}

  /** Answers 202 once the frames are stored and the work is certain to happen. */
  @Post()
  @AnyoneMay('holds a capture ticket, checked here')
  @HttpCode(202)
  async upload(
    @Headers('authorization') authorization: string | undefined,
    @Req() request: Request,
  ): Promise<CaptureReceipt> {
    const started = performance.now();
    const ended = (outcome: string): void => {
      this.telemetry.uploadEnded(outcome, (performance.now() - started) / 1_000);
    };
    try {
      const receipt = await this.receive(authorization, request);
      ended('taken');
      return receipt;
    } catch (error) {
      ended(faultOf(error).code);
      throw error;
    }
  }

  private async receive(authorization: string | undefined, request: Request): Promise<CaptureReceipt> {
    const startTime = Date.now();
    const { purpose, subjectId } = await this.checkTicket(authorization);
    const sink = this.sinks.of(purpose);
    const correlationId = await sink.awaits(subjectId);
    if (correlationId === undefined) throw new CaptureNotAwaitedError();
    // The line about this request, too, belongs to the one that opened the subject.
    request.id = correlationId;
    const limits = { frames: sink.maxFrames, bytes: this.limits.maxBytes };
    const take = () => this.room.hold(sizeOf(request, limits), () => this.take(request, sink, subjectId));
    // Only here is it known which trace this goes on: that of the request which opened the subject.
    return runInContext({ correlationId, lane: 'door' }, () =>
      traced('POST /captures', take, { kind: SpanKind.SERVER, startTime }),
    );
  }

  private async take(request: Request, sink: CaptureSink, subjectId: string): Promise<CaptureReceipt> {
    const capture = await readUpload(request, { frames: sink.maxFrames, bytes: this.limits.maxBytes });
    for (const frame of capture.frames) await inspectFrame(frame, this.limits);

    const captureId = await this.captures.keep(subjectId, capture, this.limits.keepSeconds);
    const accepted = await sink.accept(subjectId, captureId).catch(async (error: unknown) => {
      // A database that does not answer may have taken it, or take it yet. What it did not take ends with its time.
      if (!meansUnreachable(error)) await this.captures.discard(captureId).catch(() => undefined);
      throw error;
    });
    if (!accepted) {
      await this.captures.discard(captureId);
      throw new CaptureNotAwaitedError();
    }
    return { id: subjectId, frames: capture.frames.length };
  }

  private async checkTicket(authorization: string | undefined) {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new CaptureTicketError('MISSING');
    const ticket = await this.tickets.check(token);
    if (!ticket.ok) throw new CaptureTicketError(ticket.reason);
    return ticket;
  }
}
