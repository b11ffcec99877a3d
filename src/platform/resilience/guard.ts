import {
  BrokenCircuitError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  noop,
  retry,
  wrap,
} from 'cockatiel';
import { UnavailableError } from '../../common/errors/domain-error.js';
import { meansUnreachable } from '../../common/errors/unavailability.js';
import { withinTime } from '../../common/within-time.js';
import { type GuardPolicy } from './policies.js';

/** Pauses between tries at once, milliseconds; random, so that those who failed together don't come back together. */
const PAUSE = { initialDelay: 50, maxDelay: 250 };

/** Nothing has reached it: refused, reset at the door, PostgreSQL starting up or out of connections. */
const UNSENT = /^(ECONNREFUSED|ECONNRESET|57P03|53300)$/;

/**
 * Stands before a dependency: after some failures in a row calls are refused at once, with "try again", until one that is
 * let through succeeds. So nobody waits for what does not answer, and what comes back is not run over.
 */
export class Guard {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly policy: IPolicy;
  private opened = 0;
  private refused = 0;

  constructor(private readonly how: GuardPolicy) {
    const [initialDelay, maxDelay] = how.rest;
    this.breaker = circuitBreaker(handleWhen(isAway), {
      breaker: new ConsecutiveBreaker(how.failures),
      halfOpenAfter: new ExponentialBackoff({ initialDelay, maxDelay }),
    });
    this.breaker.onBreak(() => this.opened++);
    this.policy = wrap(retriesOf(how), this.breaker);
  }

  /** @throws UnavailableError when nothing is asked of it now; else what `work` throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { timeout, called } = this.how;
    const timed = timeout === undefined ? work : () => withinTime(work(), timeout, `${called} did not answer in time.`);
    // cockatiel has everybody wait for what comes of the one call that tries: for a server that hangs, seconds.
    if (this.state === 'half-open') throw this.refusal();
    try {
      return await this.policy.execute(timed);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.refusal(error) : error;
    }
  }

  private refusal(cause?: BrokenCircuitError): UnavailableError {
    this.refused++;
    return new UnavailableError(this.how.called, cause);
  }

  /** For what a call that has been let through became: counted, and the caller's own. */
  note(outcome: Promise<unknown>): void {
    // Of its own when the breaker is open, and so does not look at it.
    outcome.catch(() => undefined);
    this.breaker.execute(() => outcome).catch(() => undefined);
  }

  get state(): 'closed' | 'half-open' | 'open' {
    if (this.breaker.state === CircuitState.Closed) return 'closed';
    return this.breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /** Since the process started. */
  get counts(): { readonly opened: number; readonly refused: number } {
    return { opened: this.opened, refused: this.refused };
  }
}

/** The budget is the breaker's: it stands inside, so that while it is open nothing is tried again. */
const retriesOf = ({ retries = 0 }: GuardPolicy): IPolicy =>
  retries === 0
    ? noop
    : retry(handleWhen(wasNotSent), { maxAttempts: retries, backoff: new ExponentialBackoff(PAUSE) });

/** A refusal of ours that comes from further inside says the same of what it stands for. */
const isAway = (error: unknown): boolean => error instanceof UnavailableError || meansUnreachable(error);

function wasNotSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && UNSENT.test(error.code);
}
