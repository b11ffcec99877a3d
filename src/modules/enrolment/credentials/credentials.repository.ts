import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { CredentialRow } from './credential.entity.js';
import { type CredentialKind } from './credential.type.js';

@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<CredentialRow | null> {
    return this.database.first(CredentialRow, { id });
  }

  page(personId: string, args: PageArgs): Promise<Page<CredentialRow>> {
    const query = this.database.repository(CredentialRow).createQueryBuilder('credential');
    return keysetPage(query.where({ personId }), args);
  }

  /** At most one. */
  findActive(personId: string, kind: CredentialKind): Promise<CredentialRow | null> {
    return this.database.first(CredentialRow, { personId, kind, revokedAt: null });
  }

  async insert(credential: Omit<CredentialRow, 'revokedAt' | 'revokedReason'>): Promise<void> {
    await this.database.repository(CredentialRow).insert(credential);
  }

  /** @returns false when it was revoked before */
  async revoke(id: string, reason: string): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE credentials SET revoked_at = now(), revoked_reason = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
      [id, reason],
    );
    return rows.length > 0;
  }

  /** Two issues at once come one after the other. @throws NotFoundError when there is no such person, or they were erased */
  async holdPerson(personId: string): Promise<void> {
    this.database.requireTransaction();
    const held = await this.database.query('SELECT 1 FROM persons WHERE id = $1 AND erased_at IS NULL FOR UPDATE', [
      personId,
    ]);
    if (held.length === 0) throw new NotFoundError('Person');
  }

  /** Makes room for a new one of this kind, in the transaction that holds the person. @returns ids of those that it revoked */
  async revokeActive(personId: string, kind: CredentialKind, reason: string): Promise<string[]> {
    const revoked = await this.database.query<{ id: string }>(
      `UPDATE credentials SET revoked_at = now(), revoked_reason = $3
       WHERE person_id = $1 AND kind = $2 AND revoked_at IS NULL RETURNING id`,
      [personId, kind, reason],
    );
    return revoked.map(({ id }) => id);
  }
}
