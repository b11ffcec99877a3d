import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { ConsentRow } from './consent.entity.js';

@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<ConsentRow | null> {
    return this.database.first(ConsentRow, { id });
  }

  findActive(personId: string): Promise<ConsentRow | null> {
    return this.database.first(ConsentRow, { personId, withdrawnAt: null });
  }

  /** The active consent; nobody can withdraw it before the open transaction has ended. Others may hold it too. */
  holdActive(personId: string): Promise<ConsentRow | null> {
    return this.database.first(ConsentRow, { personId, withdrawnAt: null }, 'FOR SHARE');
  }

  /** The active consent, to withdraw it: waits for those who hold it. */
  lockActive(personId: string): Promise<ConsentRow | null> {
    return this.database.first(ConsentRow, { personId, withdrawnAt: null }, 'FOR UPDATE');
  }

  history(personId: string): Promise<ConsentRow[]> {
    return this.database.repository(ConsentRow).find({ where: { personId }, order: { id: 'DESC' } });
  }

  async insert(consent: Omit<ConsentRow, 'active' | 'givenAt' | 'withdrawnAt'>): Promise<void> {
    await this.database.repository(ConsentRow).insert(consent);
  }

  async withdraw(id: string): Promise<void> {
    await this.database.query('UPDATE consents SET withdrawn_at = now(), active = false WHERE id = $1 AND active', [
      id,
    ]);
  }
}
