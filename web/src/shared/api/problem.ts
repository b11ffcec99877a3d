import { type CombinedError } from 'urql';

/** Why a request came to nothing: the codes of the API (docs/api.md), and what only a client can see. */
const CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ProblemCode = (typeof CODES)[number] | 'OFFLINE';

const isCode = (code: unknown): code is ProblemCode => CODES.some((known) => known === code);

/** A code that has a text of its own in every language: `common:problem.CODE`. */
export function problemOf(error: CombinedError): ProblemCode {
  const [first] = error.graphQLErrors;
  if (first === undefined) return 'OFFLINE';
  const code = first.extensions.code;
  return isCode(code) ? code : 'INTERNAL';
}

/** What to look for in the logs, of a fault that is the server's. */
export function correlationOf(error: CombinedError): string | undefined {
  if (problemOf(error) !== 'INTERNAL') return undefined;
  const id = error.graphQLErrors[0]?.extensions.correlationId;
  return typeof id === 'string' ? id : undefined;
}
