import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { ConsentRow } from './consent.entity.js';

@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<ConsentRow | null> {
    return this.database.repository(ConsentRow).findOneBy({ id });
  }

  findActive(personId: string): Promise<ConsentRow | null> {
    return this.database.repository(ConsentRow).findOneBy({ personId, withdrawnAt: IsNull() });
  }

  /** The active consent, held against withdrawal until the open transaction ends. */
  lockActive(personId: string): Promise<ConsentRow | null> {
    this.database.requireTransaction();
    return this.database
      .repository(ConsentRow)
      .findOne({ where: { personId, withdrawnAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  }

  history(personId: string): Promise<ConsentRow[]> {
    return this.database.repository(ConsentRow).find({ where: { personId }, order: { id: 'DESC' } });
  }

  async insert(consent: Omit<ConsentRow, 'active' | 'givenAt' | 'withdrawnAt'>): Promise<void> {
    await this.database.repository(ConsentRow).insert(consent);
  }

  async withdraw(id: string): Promise<void> {
    await this.database.query('UPDATE consents SET withdrawn_at = now() WHERE id = $1 AND withdrawn_at IS NULL', [id]);
  }
}
