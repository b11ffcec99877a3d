import { bulkhead, BulkheadRejectedError, type BulkheadPolicy } from 'cockatiel';
import pg from 'pg';
import { currentContext } from '../../common/context/request-context.js';
import { type Guard } from '../resilience/guard.js';
import { type Pressure } from '../resilience/pressure.js';
import { type Sheds } from '../resilience/sheds.js';
import { PreparingClient } from './preparing-client.js';

type Release = (error?: Error | boolean) => void;
type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;

/** Callers of offices that may wait for a connection; those behind them do better to come back. */
const WAITING = 64;

/** How long one may wait in line, milliseconds: as long as for a connection of the pool. */
const PATIENCE = 3_000;

/** pg's own words for a pool whose connections were all in use for as long as one waits. */
const POOL_IN_USE = 'timeout exceeded when trying to connect';

/**
 * The pools that TypeORM makes: through them goes all that is asked of the database. A connection is asked for through the
 * guard; and what is done in offices (lists, statistics, exports) has a part of the pool at most, so that doors find one.
 */
export function guardedPool(guard: Guard, sheds: Sheds, pressure: Pressure): typeof pg.Pool {
  class Client extends PreparingClient {
    /** @returns what pg returns for such parameters */
    override query(...parameters: [statement: unknown, values?: unknown, callback?: unknown]): never {
      const answer: unknown = super.query(...parameters);
      if (answer instanceof Promise) guard.note(answer.catch((error: unknown) => this.cutOff(error)));
      return answer as never;
    }

    /** A connection whose server was silent for too long is in the middle of an answer: it must not go back to the pool. */
    private cutOff(error: unknown): never {
      if (error instanceof Error && error.message === 'Query read timeout') this.end().catch(() => undefined);
      throw error;
    }
  }

  return class GuardedPool extends pg.Pool {
    private readonly offices: BulkheadPolicy;

    constructor({ max = 10, ...options }: pg.PoolConfig) {
      super({ ...options, max, Client });
      this.offices = bulkhead(officesShareOf(max), WAITING);
    }

    override connect(): Promise<pg.PoolClient>;
    override connect(callback: Callback): void;
    override connect(callback?: Callback): Promise<pg.PoolClient> | void {
      const client = currentContext()?.lane === 'office' ? this.inLine() : this.checkOut();
      if (callback === undefined) return client;
      client.then(
        (taken) => {
          callback(undefined, taken, (error) => {
            taken.release(error);
          });
        },
        (error: unknown) => {
          callback(error as Error, undefined, () => undefined);
        },
      );
    }

    /** All there may be, to others. */
    private get isLent(): boolean {
      return this.idleCount === 0 && this.totalCount >= this.options.max;
    }

    private async checkOut(): Promise<pg.PoolClient> {
      try {
        const take = () => guard.run(() => super.connect());
        if (this.isLent) return await pressure.whileWaiting(take);
        // Making a connection takes its time, too, and says nothing of a line.
        pressure.served();
        return await take();
      } catch (error) {
        if (error instanceof Error && error.message === POOL_IN_USE) throw sheds.refusal('requests');
        throw error;
      }
    }

    /** Holds a place in line from the asking for a connection to its release. */
    private inLine(): Promise<pg.PoolClient> {
      return new Promise((resolve, reject) => {
        let isLate = false;
        const patience = setTimeout(() => {
          isLate = true;
          reject(sheds.refusal('office'));
        }, PATIENCE);
        const hold = async () => {
          clearTimeout(patience);
          if (isLate) return;
          const client = await this.checkOut();
          await new Promise<void>((released) => {
            resolve(releasing(client, released));
          });
        };
        this.offices.execute(hold).catch((error: unknown) => {
          clearTimeout(patience);
          reject(error instanceof BulkheadRejectedError ? sheds.refusal('office') : (error as Error));
        });
      });
    }
  };
}

/** A third of the connections, one at least, is left for doors and for work that nobody waits for. */
const officesShareOf = (max: number): number => Math.max(1, max - Math.ceil(max / 3));

function releasing(client: pg.PoolClient, released: () => void): pg.PoolClient {
  const release = client.release.bind(client);
  client.release = (error) => {
    released();
    release(error);
  };
  return client;
}
