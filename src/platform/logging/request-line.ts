import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';

/** Asked every few seconds by machines; their lines would drown the others. */
const UNLOGGED = /^\/(health|metrics)(\/|$)/;

/** Dozens for each page that is opened; they say nothing unless one is missing. */
const PARTS_OF_PAGES = '/assets/';

interface RequestLine {
  readonly method: string | undefined;
  /** Without the query string, which may hold what people typed. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly correlationId: unknown;
}

/** Logs one line for each request when its answer is out; `request.id` must be the correlation id. */
export const requestLines = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    autoLogging: { ignore: (request) => UNLOGGED.test(pathOf(request)) },
    quietResLogger: true,
    wrapSerializers: false,
    serializers: { req: () => undefined },
    customLogLevel: levelOf,
    customSuccessObject: requestLine,
    customErrorObject: (request, response, _error, value) => requestLine(request, response, value),
    customErrorMessage: () => 'request failed',
  });

function levelOf(request: IncomingMessage, { statusCode }: ServerResponse): 'warn' | 'info' | 'debug' {
  if (statusCode >= 500) return 'warn';
  return statusCode < 400 && pathOf(request).startsWith(PARTS_OF_PAGES) ? 'debug' : 'info';
}

function requestLine(request: IncomingMessage, response: ServerResponse, value: unknown): RequestLine {
  const { responseTime } = value as { responseTime: number };
  return {
    method: request.method,
    path: pathOf(request),
    status: response.statusCode,
    milliseconds: responseTime,
    correlationId: request.id,
  };
}

function pathOf(request: IncomingMessage): string {
  const { originalUrl = request.url } = request as { originalUrl?: string };
  return originalUrl?.split('?', 1)[0] ?? '';
}
