import { AsyncLocalStorage } from 'node:async_hooks';
import { uuidv7 } from '../ids.js';

/** What belongs to one request, from the HTTP call through the queue to the result. */
export interface RequestContext {
  /** Stands in every log line of the API and of the worker that this request causes. */
  readonly correlationId: string;
  /** Whom it is for; undefined for what nobody asked for (periodic work), and until it is known. */
  lane?: Lane;
}

/** Somebody stands at a door and waits for it, or somebody sits in an office. */
export type Lane = 'door' | 'office';

const storage = new AsyncLocalStorage<RequestContext>();

/** Letters, digits, dot, dash and underscore: what a client may choose can't forge a log line. */
const ACCEPTED = /^[\w.-]{8,64}$/;

/** The client's own correlation id when it is well-formed, otherwise a new one. */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : uuidv7();
}

export const runInContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

export const currentContext = (): RequestContext | undefined => storage.getStore();

/** The id of the running request; a new one where none runs (start-up, periodic work). */
export const currentCorrelationId = (): string => storage.getStore()?.correlationId ?? uuidv7();
