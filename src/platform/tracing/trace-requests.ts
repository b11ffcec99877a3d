import { context, isSpanContextValid, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { type IncomingMessage, type ServerResponse } from 'node:http';

const tracer = trace.getTracer('presente');

/** Uploads begin a span of their own, once it is known whose they are. */
const TRACED = '/graphql';

/**
 * A span from the request to the end of its answer. It begins a trace: nothing that we trust stands before us and traces, and a client
 * must not choose whose trace its requests are a part of.
 */
export function traceRequests(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (request.method !== 'POST' || request.url?.split('?', 1)[0] !== TRACED) {
    next();
    return;
  }
  const span = tracer.startSpan(`POST ${TRACED}`, { kind: SpanKind.SERVER, root: true });
  if (!isSpanContextValid(span.spanContext())) {
    next();
    return;
  }
  response.once('close', () => {
    span.setAttribute('http.response.status_code', response.statusCode);
    if (response.statusCode >= 500 || !response.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(context.active(), span), next);
}
