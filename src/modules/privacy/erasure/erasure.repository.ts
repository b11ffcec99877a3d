import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { type Ended, WorkItems } from '../../../platform/work/work-items.js';
import { ENROLMENT_WORK } from '../../enrolment/index.js';
import { ATTEMPT_WORK } from '../../validation/index.js';
import { ErasureReceiptRow } from './erasure-receipt.entity.js';

interface Hash {
  readonly hash: string;
}

/** Every table that holds something of a person, in the order in which it must be locked: person, consent, the rest. */
@Injectable()
export class ErasureRepository {
  private readonly enrolments: WorkItems;
  private readonly attempts: WorkItems;

  constructor(
    private readonly database: Database,
    audit: AuditTrail,
  ) {
    this.enrolments = new WorkItems(database, ENROLMENT_WORK, audit);
    this.attempts = new WorkItems(database, ATTEMPT_WORK, audit);
  }

  findReceipt(personId: string): Promise<ErasureReceiptRow | null> {
    return this.database.repository(ErasureReceiptRow).findOneBy({ personId });
  }

  page(args: PageArgs): Promise<Page<ErasureReceiptRow>> {
    return keysetPage(this.database.repository(ErasureReceiptRow).createQueryBuilder('receipt'), args);
  }

  async insertReceipt(receipt: ErasureReceiptRow): Promise<void> {
    await this.database.repository(ErasureReceiptRow).insert(receipt);
  }

  /**
   * Holds the person until the open transaction ends, and whoever would give them a consent, an enrolment or a
   * credential. Not against readers of the key (`FOR KEY SHARE`): a worker that holds the consent may still write a
   * template, and is waited for there.
   */
  async lock(personId: string): Promise<'living' | 'erased' | 'unknown'> {
    this.database.requireTransaction();
    const [person] = await this.database.query<{ erased: boolean }>(
      'SELECT erased_at IS NOT NULL AS erased FROM persons WHERE id = $1 FOR NO KEY UPDATE',
      [personId],
    );
    if (person === undefined) return 'unknown';
    return person.erased ? 'erased' : 'living';
  }

  /** Waits for the comparison or the enrolment that holds the consent. @returns how many consents are active */
  async lockConsents(personId: string): Promise<number> {
    const rows = await this.database.query('SELECT id FROM consents WHERE person_id = $1 AND active FOR UPDATE', [
      personId,
    ]);
    return rows.length;
  }

  /** @returns hashes of the sealed bytes */
  async deleteTemplates(personId: string): Promise<string[]> {
    const rows = await this.database.query<Hash>(
      `DELETE FROM templates WHERE person_id = $1 RETURNING encode(sha256(sealed), 'hex') AS hash`,
      [personId],
    );
    return rows.map(({ hash }) => hash);
  }

  /** The keys of consents. @returns hashes of them as they were wrapped */
  async destroyTemplateKeys(personId: string): Promise<string[]> {
    const rows = await this.database.query<Hash>(
      `DELETE FROM data_keys WHERE subject_id IN (SELECT id FROM consents WHERE person_id = $1)
       RETURNING encode(sha256(wrapped), 'hex') AS hash`,
      [personId],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Who agreed for the person is forgotten with them, also of consents that were withdrawn before. */
  async withdrawConsents(personId: string): Promise<void> {
    await this.database.query(
      `UPDATE consents SET withdrawn_at = coalesce(withdrawn_at, now()), active = false, sealed_evidence = NULL
       WHERE person_id = $1`,
      [personId],
    );
  }

  endEnrolments(personId: string, actor: string): Promise<Ended[]> {
    return this.enrolments.endOfPerson(personId, 'CONSENT_WITHDRAWN', actor);
  }

  endAttempts(personId: string, actor: string): Promise<Ended[]> {
    return this.attempts.endOfPerson(personId, 'CONSENT_MISSING', actor);
  }

  /** Reasons are free text, so earlier ones go too. @returns how many were active */
  async revokeCredentials(personId: string): Promise<number> {
    const rows = await this.database.query<{ active: boolean }>(
      `WITH old AS (SELECT id, revoked_at IS NULL AS active FROM credentials WHERE person_id = $1 FOR UPDATE)
       UPDATE credentials SET revoked_at = coalesce(revoked_at, now()), revoked_reason = 'The person was erased.'
       FROM old WHERE credentials.id = old.id RETURNING old.active`,
      [personId],
    );
    return rows.filter(({ active }) => active).length;
  }

  /** Their own page closes with the next request, and nothing is left of where they looked at it. */
  async closeOwnPage(personId: string): Promise<void> {
    await this.database.query('DELETE FROM holder_invitations WHERE person_id = $1', [personId]);
    await this.database.query('DELETE FROM sessions WHERE person_id = $1', [personId]);
  }

  async forgetPin(personId: string): Promise<void> {
    await this.database.query('DELETE FROM person_pins WHERE person_id = $1', [personId]);
    await this.database.query('DELETE FROM pin_failures WHERE person_id = $1', [personId]);
  }

  async forgetFailures(personId: string): Promise<void> {
    await this.database.query('DELETE FROM comparison_failures WHERE person_id = $1', [personId]);
  }

  /**
   * What staff wrote on a card about a validation of theirs is about them, so the cards go whole. Whoever changes a card holds
   * its board first, and a decision on one then the validation: so does this, and must run before validations are touched.
   * @returns how many
   */
  async forgetReviews(personId: string): Promise<number> {
    await this.database.query(`SELECT 1 FROM boards WHERE system = 'REVIEWS' FOR NO KEY UPDATE`);
    const rows = await this.database.query(
      `DELETE FROM cards USING card_reviews AS review JOIN validation_attempts AS attempt ON attempt.id = review.attempt_id
       WHERE review.card_id = cards.id AND attempt.person_id = $1 RETURNING 1`,
      [personId],
    );
    return rows.length;
  }

  /**
   * A key for repeating a request keeps a hash of what was asked: of the name, for a registration; of a guardian's, for a
   * consent. @returns how many
   */
  async forgetRequests(personId: string): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM idempotency_keys
       WHERE entity_id = $1 OR entity_id IN (SELECT id FROM consents WHERE person_id = $1) RETURNING 1`,
      [personId],
    );
    return rows.length;
  }

  /** @returns hashes of the sealed profile and of the wrapped data key */
  async fingerprints(personId: string): Promise<{ readonly profile: string; readonly dataKey: string }> {
    const [row] = await this.database.query<{ profile: string; dataKey: string }>(
      `SELECT encode(sha256(sealed_profile), 'hex') AS profile, encode(sha256(wrapped), 'hex') AS "dataKey"
       FROM persons JOIN data_keys ON subject_id = persons.id WHERE persons.id = $1`,
      [personId],
    );
    if (row === undefined) throw new Error('A living person has no data key.');
    return row;
  }

  async leaveTombstone(personId: string, erasedAt: Date): Promise<void> {
    await this.database.query(
      `UPDATE persons SET erased_at = $2, external_id_index = NULL, kind = NULL, sealed_profile = NULL, search_terms = NULL,
         import_id = NULL WHERE id = $1`,
      [personId, erasedAt],
    );
  }
}
