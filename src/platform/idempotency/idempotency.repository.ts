import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database } from '../database/database.js';

export interface IdempotentRequest {
  readonly actorId: string;
  readonly operation: string;
  /** The client's own key, 8 to 128 characters. */
  readonly key: string;
  /** What was asked for: the same key with another input is a client's mistake. */
  readonly input: object;
}

/** One key was used for two different requests. */
export class IdempotencyConflictError extends DomainError {
  constructor() {
    super('CONFLICT', 'This idempotency key was used for another request; make a new one.', {
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
  }
}

const KEEP_DAYS = 7;

/** Lets a client repeat a mutation that makes something, after a timeout or a lost answer, without making it twice. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Claims the key for the entity `newId` in the open transaction. A concurrent request with the same key waits here
   * until this transaction ends.
   * @returns undefined when the key is new and the caller makes `newId`; otherwise the id that was made before
   * @throws IdempotencyConflictError
   */
  async claim(request: IdempotentRequest, newId: string): Promise<string | undefined> {
    this.database.requireTransaction();
    const { actorId, operation, key } = request;
    const inputHash = createHash('sha256').update(JSON.stringify(request.input)).digest();
    const inserted = await this.database.query(
      `INSERT INTO idempotency_keys (actor_id, operation, key, input_hash, entity_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING entity_id`,
      [actorId, operation, key, inputHash, newId],
    );
    if (inserted.length > 0) return undefined;

    const [earlier] = await this.database.query<{ entityId: string; inputHash: Buffer }>(
      `SELECT entity_id AS "entityId", input_hash AS "inputHash" FROM idempotency_keys
       WHERE actor_id = $1 AND operation = $2 AND key = $3`,
      [actorId, operation, key],
    );
    if (earlier?.inputHash.equals(inputHash) !== true) throw new IdempotencyConflictError();
    return earlier.entityId;
  }

  /** Gives a key back that was claimed in the open transaction: nothing was made, so a repetition asks anew. */
  async release({ actorId, operation, key }: IdempotentRequest): Promise<void> {
    this.database.requireTransaction();
    await this.database.query('DELETE FROM idempotency_keys WHERE actor_id = $1 AND operation = $2 AND key = $3', [
      actorId,
      operation,
      key,
    ]);
  }

  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(days => $1)', [
      KEEP_DAYS,
    ]);
  }
}
