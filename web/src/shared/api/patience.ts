import { retryExchange } from '@urql/exchange-retry';
import { type CombinedError, type Exchange, makeOperation, mapExchange, type Operation } from 'urql';
import { Store } from '../parts/store';

/** Of one request, the first included. */
const TRIES = 4;
/** Of one page, in a minute: a server that has too much to do is not helped by pages that ask and ask. */
const BUDGET = { tries: 20, milliseconds: 60_000 } as const;
/** What the library multiplies a wait with at least: by 1.5 to 2.5, so that pages do not come back together. */
const LEAST_FACTOR = 1.5;
const LONGEST = 10_000;

declare module '@urql/core' {
  interface OperationContext {
    /** Never: whoever asks does so again by themself, or shows at once that there is no answer. Always: twice does no harm. */
    repeats?: 'never' | 'always';
  }
}

/** Milliseconds after which the server wants to be asked again; undefined where it said no such thing. */
function askedToWait({ graphQLErrors: [first] }: CombinedError): number | undefined {
  const { code, retryAfterSeconds } = first?.extensions ?? {};
  return code === 'UNAVAILABLE' && typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : undefined;
}

/** Asking twice does what asking once does: it only reads, or it carries a key by which the server knows it again. */
function isRepeatable({ kind, variables, context }: Operation): boolean {
  if (context.repeats !== undefined) return context.repeats === 'always';
  if (kind !== 'mutation') return kind === 'query';
  const { input } = (variables ?? {}) as { input?: { idempotencyKey?: unknown } };
  return typeof input?.idempotencyKey === 'string';
}

/** Asks again what a server turned away that has too much to do, when it said to and not too often. */
export class Patience {
  private readonly waiting = new Set<number>();
  private readonly store = new Store(false);
  private spent: readonly number[] = [];

  /** Whether something is asked again. */
  readonly isWaiting = this.store.get;
  readonly subscribe = this.store.subscribe;

  /** Before what asks. */
  readonly exchanges: readonly Exchange[] = [
    mapExchange({
      onOperation: ({ kind, key }) => {
        if (kind === 'teardown') this.note(key, false);
      },
      onResult: ({ operation }) => {
        this.note(operation.key, false);
      },
    }),
    retryExchange({
      maxNumberAttempts: TRIES,
      maxDelayMs: LONGEST,
      retryIf: (error, operation) => isRepeatable(operation) && askedToWait(error) !== undefined && this.spend(),
      retryWith: (error, operation) => {
        this.note(operation.key, true);
        const { retry } = operation.context as { retry?: { count: number } };
        const delay = (askedToWait(error) ?? 0) / LEAST_FACTOR;
        const context = { ...operation.context, retry: { count: retry?.count ?? 0, delay } };
        return makeOperation(operation.kind, operation, context);
      },
    }),
  ];

  private spend(): boolean {
    const now = performance.now();
    this.spent = this.spent.filter((at) => now - at < BUDGET.milliseconds);
    if (this.spent.length >= BUDGET.tries) return false;
    this.spent = [...this.spent, now];
    return true;
  }

  private note(key: number, isWaiting: boolean): void {
    if (isWaiting) this.waiting.add(key);
    else this.waiting.delete(key);
    const isAny = this.waiting.size > 0;
    if (isAny !== this.store.get()) this.store.set(isAny);
  }
}
