import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditActor, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Captures } from '../../../platform/captures/captures.service.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { Telemetry } from '../../../platform/telemetry/telemetry.js';
import { type Ended } from '../../../platform/work/work-items.js';
import { ForgottenAttempts } from '../forgotten-attempts.repository.js';
import { type ErasureReceiptRow } from './erasure-receipt.entity.js';
import { type ErasureClaims, ErasureReceipts } from './erasure-receipts.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureReason } from './erasure.type.js';

/** Erases persons (GDPR 17): what they are goes, and the key of what backups may still hold goes with it. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
    private readonly forgottenAttempts: ForgottenAttempts,
    private readonly receipts: ErasureReceipts,
    private readonly dataKeys: DataKeys,
    private readonly captures: Captures,
    private readonly telemetry: Telemetry,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Everything or nothing, in one transaction; a second time gives the first receipt.
   * @param by the user who asked for it; null for a retention rule
   * @throws NotFoundError
   */
  erase(personId: string, by: string | null): Promise<ErasureReceiptRow> {
    return this.database.transaction(async () => {
      const state = await this.erasures.lock(personId);
      if (state === 'unknown') throw new NotFoundError('Person');
      return state === 'erased' ? this.receiptOf(personId) : this.eraseLiving(personId, by);
    });
  }

  /** @throws NotFoundError when there is no such person, or they were not erased */
  async receiptOf(personId: string): Promise<ErasureReceiptRow> {
    const receipt = await this.erasures.findReceipt(personId);
    if (receipt === null) throw new NotFoundError('Erasure receipt');
    return receipt;
  }

  list(page: PageArgs): Promise<Page<ErasureReceiptRow>> {
    return this.erasures.page(page);
  }

  /**
   * For an older copy of the database, in which somebody lives again who was erased: erases them, and keeps the receipt that
   * there is. What it counts is what was there the first time.
   * @returns false when there is nobody to erase
   */
  eraseAgain(claims: ErasureClaims, token: string): Promise<boolean> {
    return this.database.transaction(async () => {
      if ((await this.erasures.lock(claims.sub)) !== 'living') return false;
      await this.forget(claims.sub, claims.by ?? AuditActor.SYSTEM, new Date(claims.erasedAt));
      await this.noteInAudit(claims.sub, AuditActor.SYSTEM, claims.jti);
      await this.erasures.insertReceipt(rowOf(claims, token));
      return true;
    });
  }

  private async eraseLiving(personId: string, by: string | null): Promise<ErasureReceiptRow> {
    const actor = by ?? AuditActor.SYSTEM;
    const erasedAt = new Date();
    const forgotten = await this.forget(personId, actor, erasedAt);
    const receiptId = uuidv7();
    await this.noteInAudit(personId, actor, receiptId);
    const claims: ErasureClaims = {
      jti: receiptId,
      sub: personId,
      erasedAt: erasedAt.toISOString(),
      reason: by === null ? ErasureReason.RETENTION : ErasureReason.REQUESTED,
      by,
      ...forgotten,
    };
    const receipt = rowOf(claims, await this.receipts.sign(claims));
    await this.erasures.insertReceipt(receipt);
    return receipt;
  }

  /** @returns how much of what it was, and hashes of it */
  private async forget(
    personId: string,
    actor: string,
    erasedAt: Date,
  ): Promise<Pick<ErasureClaims, 'erased' | 'evidence'>> {
    const reviews = await this.erasures.forgetReviews(personId);
    const consents = await this.erasures.lockConsents(personId);
    const enrolments = await this.erasures.endEnrolments(personId, actor);
    const attempts = await this.erasures.endAttempts(personId, actor);
    const captures = await this.discardCaptures([...enrolments, ...attempts]);
    const templates = await this.erasures.deleteTemplates(personId);
    const templateKeys = await this.erasures.destroyTemplateKeys(personId);
    await this.erasures.withdrawConsents(personId);
    const validations = await this.forgottenAttempts.ofPerson(personId);
    const credentials = await this.erasures.revokeCredentials(personId);
    await this.erasures.closeOwnPage(personId);
    await this.erasures.forgetPin(personId);
    await this.erasures.forgetFailures(personId);
    const idempotencyKeys = await this.erasures.forgetRequests(personId);
    const fingerprints = await this.erasures.fingerprints(personId);
    await this.erasures.leaveTombstone(personId, erasedAt);
    await this.dataKeys.destroy(personId);
    this.countAfterCommit(enrolments, attempts);
    return {
      erased: {
        templates: templates.length,
        consents,
        credentials,
        enrolments: enrolments.length,
        attempts: attempts.length,
        validations,
        captures,
        reviews,
        idempotencyKeys,
      },
      evidence: { ...fingerprints, templates, templateKeys },
    };
  }

  private noteInAudit(personId: string, actor: string, receiptId: string): Promise<void> {
    return this.audit.record({
      action: AuditAction.PERSON_ERASED,
      actor,
      subjectKind: AuditSubjectKind.PERSON,
      subjectId: personId,
      details: { receiptId },
    });
  }

  /** Before the commit: a receipt must not say of a picture that it is gone while it is not. */
  private async discardCaptures(ended: readonly Ended[]): Promise<number> {
    const ids = ended.flatMap(({ captureId }) => (captureId === null ? [] : [captureId]));
    for (const id of ids) await this.captures.discard(id);
    return ids.length;
  }

  private countAfterCommit(enrolments: readonly Ended[], attempts: readonly Ended[]): void {
    this.database.afterCommit(() => {
      for (const { state, reason } of enrolments) this.telemetry.enrolmentEnded(state, reason);
      for (const { state, reason } of attempts) this.telemetry.validationEnded(state, reason);
    });
  }
}

const rowOf = (claims: ErasureClaims, token: string): ErasureReceiptRow => ({
  id: claims.jti,
  personId: claims.sub,
  reason: claims.reason,
  erasedBy: claims.by,
  erasedAt: new Date(claims.erasedAt),
  token,
});
