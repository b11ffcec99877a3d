import { ApiError } from '../client/api-client.js';
import { withinTime } from '../../src/common/within-time.js';
import { type History, type HistoryEvent } from './history.js';

/** Longer than the API takes for anything while it lives; whoever waits longer asks again. */
const ANSWER_MS = 6_000;

/** What the server said to one request. */
export type Answer<T> =
  | { readonly kind: 'acknowledged'; readonly value: T }
  | { readonly kind: 'refused' | 'unanswered'; readonly code: string };

/** What a request and its answer are noted as. */
export interface Noted {
  readonly history: History;
  readonly visit: string;
  readonly step: HistoryEvent['step'];
}

/** Asks once, and notes what was asked and what was answered. @param details what the history keeps of an answer */
export async function ask<T>(
  { history, visit, step }: Noted,
  request: () => Promise<T>,
  details: (value: T) => Partial<HistoryEvent>,
): Promise<Answer<T>> {
  history.note({ visit, step, outcome: 'asked' });
  try {
    const value = await withinTime(request(), ANSWER_MS, 'No answer in time.');
    history.note({ visit, step, outcome: 'acknowledged', ...details(value) });
    return { kind: 'acknowledged', value };
  } catch (error) {
    const code = codeOf(error);
    const kind = isRefusal(error, code) ? 'refused' : 'unanswered';
    history.note({ visit, step, outcome: kind, code });
    return { kind, code };
  }
}

/** Of an error without a code of ours the one of the system, such as ECONNREFUSED. */
function codeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code ?? 'NO_CODE';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  const known = code ?? cause?.code;
  return typeof known === 'string' ? known : 'NO_ANSWER';
}

/** The server understood and said no; everything else may have been done or not. */
const REFUSALS: ReadonlySet<string> = new Set(['CONFLICT', 'BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND']);

const isRefusal = (error: unknown, code: string): boolean => error instanceof ApiError && REFUSALS.has(code);
