import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { type ClientError, HTTP_STATUS, toClientError } from './client-error.js';
import { type ErrorCode } from './domain-error.js';

/** What a client may see of something thrown, and the HTTP status that goes with it. */
export interface Fault extends ClientError {
  readonly status: number;
}

/** Reasons of refused input for which HTTP has a status of its own. */
const STATUS_OF_REASON: Readonly<Record<string, number>> = { FRAME_TOO_LARGE: 413, TOO_MANY_BYTES: 413 };

/** Of the framework's refusals; its own messages repeat what the client sent. */
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  404: 'There is nothing at this address.',
  413: 'The request is too large.',
  415: 'Content of this type is not accepted.',
};

/** Total, like `toClientError`, and knows the framework's own refusals (unknown route, bad JSON, body too large) too. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof HttpException && thrown.getStatus() < 500) return refusal(thrown.getStatus());
  const { code, message, details } = toClientError(thrown);
  return { code, message, details, status: STATUS_OF_REASON[String(details['reason'])] ?? HTTP_STATUS[code] };
}

function refusal(status: number): Fault {
  const [code] = Object.entries(HTTP_STATUS).find(([, its]) => its === status) ?? ['BAD_USER_INPUT'];
  const message = SENTENCES[status] ?? `${STATUS_CODES[status] ?? 'Refused'}.`;
  return { status, code: code as ErrorCode, message, details: {} };
}
