import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type ActiveFault, type Fault } from './fault.js';
import { type FaultForNow } from './fault-switch.js';

/** What is to be broken, so that every process knows; one fault at each point. */
@Injectable()
export class Faults {
  constructor(private readonly database: Database) {}

  /** In place of the one at the same point. */
  async inject({ point, kind, rate, milliseconds }: Fault, seconds: number, injectedBy: string): Promise<ActiveFault> {
    const [row] = await this.database.query<ActiveFault>(
      `INSERT INTO faults (point, kind, rate, milliseconds, until, injected_by)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5), $6)
       ON CONFLICT (point) DO UPDATE SET kind = $2, rate = $3, milliseconds = $4, until = excluded.until, injected_by = $6
       RETURNING point, kind, rate, milliseconds, until, injected_by AS "injectedBy"`,
      [point, kind, rate, milliseconds, seconds, injectedBy],
    );
    if (row === undefined) throw new Error('A fault that was written is there.');
    return row;
  }

  active(): Promise<ActiveFault[]> {
    return this.database.query<ActiveFault>(
      `SELECT point, kind, rate, milliseconds, until, injected_by AS "injectedBy"
       FROM faults WHERE until > now() ORDER BY point`,
    );
  }

  /** By the clock of the database, which is the same for all. */
  forNow(): Promise<FaultForNow[]> {
    return this.database.query<FaultForNow>(
      `SELECT point, kind, rate, milliseconds, (extract(epoch FROM until - now()) * 1000)::float AS remaining
       FROM faults WHERE until > now()`,
    );
  }

  /** @returns how many there were */
  async end(): Promise<number> {
    const rows = await this.database.query<{ isActive: boolean }>(
      'DELETE FROM faults RETURNING until > now() AS "isActive"',
    );
    return rows.filter(({ isActive }) => isActive).length;
  }
}
