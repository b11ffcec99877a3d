import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type PersonPinRow } from './person-pin.entity.js';
import { type PinFailureRecord } from './pin-lock.js';
import { type PinPlace } from './pin-place.js';

const NEVER: PinFailureRecord = { failures: 0, secondsSinceLast: Infinity };

@Injectable()
export class PinsRepository {
  constructor(private readonly database: Database) {}

  /** One try of a person's PIN at a time, until the open transaction ends. @returns undefined when there is none */
  async hold(personId: string): Promise<Buffer | undefined> {
    this.database.requireTransaction();
    const [row] = await this.database.query<{ sealed: Buffer }>(
      'SELECT sealed FROM person_pins WHERE person_id = $1 FOR UPDATE',
      [personId],
    );
    return row?.sealed;
  }

  /** In the place of an earlier one; its failures count no more. */
  async put({ personId, sealed, setBy }: Pick<PersonPinRow, 'personId' | 'sealed' | 'setBy'>): Promise<void> {
    this.database.requireTransaction();
    await this.database.query(
      `INSERT INTO person_pins (person_id, sealed, set_by) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, set_by = excluded.set_by, set_at = now()`,
      [personId, sealed, setBy],
    );
    await this.database.query('DELETE FROM pin_failures WHERE person_id = $1', [personId]);
  }

  /** Null when there is none. */
  async setAt(personId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ setAt: Date }>(
      'SELECT set_at AS "setAt" FROM person_pins WHERE person_id = $1',
      [personId],
    );
    return row?.setAt ?? null;
  }

  async failuresOf(personId: string, place: PinPlace): Promise<PinFailureRecord> {
    const [record] = await this.database.query<PinFailureRecord>(
      `SELECT failures, extract(epoch FROM clock_timestamp() - last_failed_at)::float8 AS "secondsSinceLast"
       FROM pin_failures WHERE person_id = $1 AND place = $2`,
      [personId, place],
    );
    return record ?? NEVER;
  }

  async addFailure(personId: string, place: PinPlace): Promise<void> {
    await this.database.query(
      `INSERT INTO pin_failures AS earlier (person_id, place, failures, last_failed_at)
       VALUES ($1, $2, 1, clock_timestamp())
       ON CONFLICT (person_id, place) DO UPDATE
         SET failures = earlier.failures + 1, last_failed_at = excluded.last_failed_at`,
      [personId, place],
    );
  }

  async clearFailures(personId: string, place: PinPlace): Promise<void> {
    await this.database.query('DELETE FROM pin_failures WHERE person_id = $1 AND place = $2', [personId, place]);
  }
}
