import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';

export { SpanKind };

/** Does nothing until `startTracing` has loaded what does. */
const tracer = trace.getTracer('presente');

interface Description {
  readonly kind?: SpanKind;
  /** Names of the schema, of jobs, of stages and counts: never a person, a token, a score. */
  readonly attributes?: Attributes;
  /** Milliseconds since 1970; now, when not given. */
  readonly startTime?: number;
  /** What it is a part of; the span that is active, when not given. */
  readonly within?: Context;
}

/** Runs `work` in a span of its own, which says whether it failed; an error's text stays in the log. */
export function traced<T>(name: string, work: (span: Span) => Promise<T>, description: Description = {}): Promise<T> {
  const { within = context.active(), ...options } = description;
  return tracer.startActiveSpan(name, options, within, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (error instanceof Error) span.setAttribute('error.type', error.name);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span that is over: of something that was timed where no span could be. @param from, to milliseconds since 1970 */
export function tracedBetween(name: string, from: number, to: number, within: Context = context.active()): void {
  tracer.startSpan(name, { startTime: from }, within).end(Math.max(from, to));
}

/** Where the active span is, as W3C's `traceparent` writes it; undefined where nothing is traced. */
export function currentTraceParent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

/** Where something goes on that began elsewhere. @param traceparent undefined: it begins here */
export const continued = (traceparent: string | undefined): Context =>
  propagation.extract(context.active(), traceparent === undefined ? {} : { traceparent });

/** Of the active span when it is recorded, and so to be found where traces are kept. */
export function currentTraceId(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return undefined;
  return (span.traceFlags & TraceFlags.SAMPLED) === 0 ? undefined : span.traceId;
}
