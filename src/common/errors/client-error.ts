import { DomainError, type ErrorCode, type ErrorDetails, UnavailableError } from './domain-error.js';
import { meansUnreachable } from './unavailability.js';

export interface ClientError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** Total: whatever was thrown, this is what a client may see of it. */
export function toClientError(thrown: unknown): ClientError {
  if (thrown instanceof DomainError) return thrown;
  if (meansUnreachable(thrown)) return new UnavailableError('The service', thrown);
  return { code: 'INTERNAL', message: 'Something went wrong on our side.', details: {} };
}

export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
