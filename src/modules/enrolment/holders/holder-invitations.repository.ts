import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { type HolderInvitationRow } from './holder-invitation.entity.js';

@Injectable()
export class HolderInvitations {
  constructor(private readonly database: Database) {}

  /** In the place of the person's earlier one. @returns until when it is good */
  async put(
    { personId, codeHash, issuedBy }: Pick<HolderInvitationRow, 'personId' | 'codeHash' | 'issuedBy'>,
    seconds: number,
  ): Promise<Date> {
    const [row] = await this.database.query<{ expiresAt: Date }>(
      `INSERT INTO holder_invitations (person_id, code_hash, issued_by, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4::int))
       ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, issued_by = excluded.issued_by,
         issued_at = now(), expires_at = excluded.expires_at
       RETURNING expires_at AS "expiresAt"`,
      [personId, codeHash, issuedBy, seconds],
    );
    if (row === undefined) throw new Error('An invitation that was put is there.');
    return row.expiresAt;
  }

  async personOf(codeHash: Buffer): Promise<string | undefined> {
    const [row] = await this.database.query<{ personId: string }>(
      'SELECT person_id AS "personId" FROM holder_invitations WHERE code_hash = $1 AND expires_at > now()',
      [codeHash],
    );
    return row?.personId;
  }

  /** @returns false when it was used, replaced or over */
  async use(codeHash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM holder_invitations WHERE code_hash = $1 AND expires_at > now() RETURNING person_id',
      [codeHash],
    );
    return rows.length > 0;
  }

  /** Whether or not there is one. */
  async withdraw(personId: string): Promise<void> {
    await this.database.query('DELETE FROM holder_invitations WHERE person_id = $1', [personId]);
  }

  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM holder_invitations WHERE expires_at < now()');
  }
}
