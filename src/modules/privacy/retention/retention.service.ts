import { Inject, Injectable, Logger } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { AuditAction, AuditActor, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { ErasureService } from '../erasure/erasure.service.js';
import { cutoffOf, RETENTION_RULES, RetentionRuleCode } from './retention-rules.js';
import { RetentionRepository } from './retention.repository.js';

/** Small enough that nobody waits for a batch, and that it ends long before a statement is given up. */
const BATCH_ROWS = 1_000;
/** An erasure is a dozen statements. */
const BATCH_PERSONS = 20;

/** The rules that the sweep applies, in this order: what goes first makes room for what refers to it. */
const APPLIED = [
  RetentionRuleCode.VALIDATIONS,
  RetentionRuleCode.TEMPLATES,
  RetentionRuleCode.ENROLMENTS,
  RetentionRuleCode.CREDENTIALS,
  RetentionRuleCode.PERSONS,
  RetentionRuleCode.REVIEWS,
  RetentionRuleCode.ARCHIVED_CARDS,
  RetentionRuleCode.TRASHED_CARDS,
  RetentionRuleCode.CARD_CHANGES,
  RetentionRuleCode.DELETED_COMMENTS,
] as const;
type Applied = (typeof APPLIED)[number];

/**
 * Ends what is kept too long, in the worker. Each batch is a transaction of its own with its event in the audit: a run
 * that is stopped in the middle has done wholly what it did, and the next one finds the rest.
 */
@Injectable()
export class RetentionService {
  private readonly logger = new Logger(RetentionService.name);

  constructor(
    private readonly database: Database,
    private readonly retention: RetentionRepository,
    private readonly erasures: ErasureService,
    private readonly audit: AuditTrail,
    @Inject(ENVIRONMENT) private readonly settings: Environment,
  ) {}

  /** Applies every rule until nothing is due. Gives way to a process that is at it. @param stopped asked before each batch */
  async apply(stopped: () => boolean = () => false): Promise<void> {
    for (const rule of APPLIED) {
      // One rule that fails must not keep the others from their work.
      await this.applyRule(rule, stopped).catch((error: unknown) => {
        this.logger.error({ rule, err: error }, 'a retention rule failed');
      });
    }
  }

  private async applyRule(rule: Applied, stopped: () => boolean): Promise<void> {
    const cutoff = cutoffOf(RETENTION_RULES[rule], this.settings, new Date());
    if (cutoff === null) return;
    const limit = rule === RetentionRuleCode.PERSONS ? BATCH_PERSONS : BATCH_ROWS;
    let total = 0;
    for (let affected: number | undefined = limit; affected === limit && !stopped(); total += affected ?? 0)
      affected = await this.batch(rule, cutoff, limit, total === 0);
    if (total > 0) this.logger.log({ rule, affected: total }, 'retention applied');
  }

  /** @returns undefined when another process is at it */
  private batch(rule: Applied, cutoff: Date, limit: number, first: boolean): Promise<number | undefined> {
    return this.database.transaction(async () => {
      if (!(await this.retention.lock())) return undefined;
      if (first) await this.retention.begin(rule);
      const affected = await this.end(rule, cutoff, limit);
      await this.retention.note(rule, affected);
      if (affected < limit) await this.retention.finish(rule);
      if (affected > 0) await this.record(rule, affected);
      return affected;
    });
  }

  private end(rule: Applied, cutoff: Date, limit: number): Promise<number> {
    switch (rule) {
      case RetentionRuleCode.VALIDATIONS:
        return this.retention.forgetValidations(cutoff, limit);
      case RetentionRuleCode.TEMPLATES:
      case RetentionRuleCode.ENROLMENTS:
      case RetentionRuleCode.CREDENTIALS:
      case RetentionRuleCode.CARD_CHANGES:
      case RetentionRuleCode.DELETED_COMMENTS:
        return this.retention.delete(rule, cutoff, limit);
      case RetentionRuleCode.REVIEWS:
      case RetentionRuleCode.ARCHIVED_CARDS:
      case RetentionRuleCode.TRASHED_CARDS:
        return this.retention.deleteCards(rule, cutoff, limit);
      case RetentionRuleCode.PERSONS:
        return this.erase(cutoff, limit);
      default:
        return assertNever(rule);
    }
  }

  private async erase(cutoff: Date, limit: number): Promise<number> {
    const persons = await this.retention.holdPersons(cutoff, limit);
    for (const personId of persons) await this.erasures.erase(personId, null);
    return persons.length;
  }

  private record(rule: Applied, affected: number): Promise<void> {
    return this.audit.record({
      action: AuditAction.RETENTION_APPLIED,
      actor: AuditActor.SYSTEM,
      subjectKind: AuditSubjectKind.RETENTION_RULE,
      subjectId: rule,
      details: { affected: String(affected) },
    });
  }
}
