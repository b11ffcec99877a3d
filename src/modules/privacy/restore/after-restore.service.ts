import { Injectable } from '@nestjs/common';
import { AuditAction, AuditActor, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { ErasureReceipts } from '../erasure/erasure-receipts.js';
import { ErasureService } from '../erasure/erasure.service.js';
import { RetentionOverview } from '../retention/retention-overview.service.js';
import { RetentionService } from '../retention/retention.service.js';
import { type Ends } from './ends.js';
import { EndsRepository } from './ends.repository.js';

/** How much an older copy of the database had brought back. */
export interface CaughtUp {
  readonly erasures: number;
  readonly withdrawals: number;
  readonly credentials: number;
  readonly devices: number;
  readonly users: number;
}

/** What a copy that was put back has to do before anybody uses it. */
@Injectable()
export class AfterRestore {
  constructor(
    private readonly database: Database,
    private readonly dataKeys: DataKeys,
    private readonly ends: EndsRepository,
    private readonly receipts: ErasureReceipts,
    private readonly erasures: ErasureService,
    private readonly retention: RetentionService,
    private readonly overview: RetentionOverview,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens one data key of each key-encryption key. @throws Error when a key is missing, or not the one of this copy */
  async openOneOfEach(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT DISTINCT ON (kek_id) subject_id AS id FROM data_keys ORDER BY kek_id, subject_id',
    );
    await this.dataKeys.openAll(rows.map(({ id }) => id));
  }

  /** Ends again what had ended. A second time it finds nothing to do. @throws Error for a receipt that is not ours */
  async catchUp(ends: Ends): Promise<CaughtUp> {
    const erasures = await this.eraseAgain(ends.erasures);
    return this.database.transaction(async () => {
      const withdrawn = await this.ends.withdraw(ends);
      for (const consent of withdrawn)
        await this.audit.record({
          action: AuditAction.CONSENT_WITHDRAWN,
          actor: AuditActor.SYSTEM,
          ...ofPerson(AuditSubjectKind.CONSENT, consent),
        });
      return {
        erasures,
        withdrawals: withdrawn.length,
        credentials: await this.ends.revokeCredentials(ends),
        devices: await this.ends.revokeDevices(ends),
        users: await this.ends.restrictUsers(ends),
      };
    });
  }

  /** @returns how many rows are overdue afterwards: 0 is how it must be */
  async applyRetention(): Promise<number> {
    await this.retention.apply();
    return [...(await this.overview.overdue()).values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * From here the audit goes on otherwise than that of the database which was lost.
   * @param lostUntil the last event that is known to have been, where something knows it
   */
  async record(lostUntil: string | undefined): Promise<void> {
    const [head] = await this.database.query<{ sequence: string }>('SELECT sequence::text FROM audit_head');
    await this.audit.record({
      action: AuditAction.BACKUP_RESTORED,
      actor: AuditActor.SYSTEM,
      subjectKind: AuditSubjectKind.DATABASE,
      subjectId: null,
      details: { lostAfter: head?.sequence ?? '0', ...(lostUntil !== undefined && { lostUntil }) },
    });
  }

  private async eraseAgain(tokens: readonly string[]): Promise<number> {
    let done = 0;
    for (const token of tokens) {
      const claims = await this.receipts.read(token);
      if (claims === undefined)
        throw new Error('A receipt of an erasure is not of this institution, or ERASURE_RECEIPT_KEY is another.');
      if (await this.erasures.eraseAgain(claims, token)) done++;
    }
    return done;
  }
}
