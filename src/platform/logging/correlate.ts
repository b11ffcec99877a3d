import { type IncomingMessage, type ServerResponse } from 'node:http';
import { correlationIdFrom, runInContext } from '../../common/context/request-context.js';

export const CORRELATION_HEADER = 'x-correlation-id';

/** Runs the request in a context of its own and tells the client its correlation id. */
export function correlate(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const correlationId = correlationIdFrom(request.headers[CORRELATION_HEADER] ?? request.headers['x-request-id']);
  request.id = correlationId;
  response.setHeader(CORRELATION_HEADER, correlationId);
  runInContext({ correlationId }, next);
}
