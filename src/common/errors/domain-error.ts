/** What clients switch on, in `extensions.code` of GraphQL errors and in `code` of HTTP answers. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A fault with an answer for the client. `message` and `details` are shown to the client, so they never carry secrets,
 * personal data or scores. Expected outcomes (no match, no consent, expired QR) are union members of the schema instead.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class BadInputError extends DomainError {
  constructor(message: string, details?: ErrorDetails) {
    super('BAD_USER_INPUT', message, details);
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = 'Sign in first, or sign in again.') {
    super('UNAUTHENTICATED', message);
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = 'Your role does not allow this.') {
    super('FORBIDDEN', message);
  }
}

export class NotFoundError extends DomainError {
  constructor(what: string) {
    super('NOT_FOUND', `${what} not found.`);
  }
}

/** A part that Presente needs does not answer; the same request may succeed after `retryAfterSeconds`. */
export class UnavailableError extends DomainError {
  constructor(what: string, cause?: unknown, retryAfterSeconds = 2) {
    super(
      'UNAVAILABLE',
      `${what} is not available; try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
      { cause },
    );
  }
}

/** More is asked than this server can do in time: what is refused now is not waited for in vain. */
export class OverloadedError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('UNAVAILABLE', `There is too much to do; try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
  }
}
