import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { currentCorrelationId } from '../../../common/context/request-context.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { WorkItems } from '../../../platform/work/work-items.js';
import { type ChallengeStep } from '../challenge/challenge-step.js';
import { type CheckpointLiveness } from '../checkpoints/checkpoint-liveness.js';
import { ATTEMPT_WORK } from './attempt-work.js';
import { AttemptRow } from './attempt.entity.js';
import { AttemptState, type ValidationReason } from './validation-reason.js';

export type NewAttempt = Pick<
  AttemptRow,
  'id' | 'checkpointId' | 'credentialId' | 'personId' | 'openedBy' | 'turnId' | 'deadlineAt' | 'method'
> &
  Partial<
    Pick<
      AttemptRow,
      'liveness' | 'challenge' | 'withoutChallenge' | 'confirms' | 'attestedBy' | 'attestation' | 'withoutFaceBecause'
    >
  >;

/** Null and undefined both mean: any. */
export interface AttemptFilter {
  readonly checkpointId?: string | null;
  readonly state?: AttemptState | null;
}

/** Whose face is compared, with what the worker needs of the checkpoint. */
export interface AttemptTask {
  readonly personId: string;
  readonly credentialId: string;
  readonly targetFmr: number;
  readonly liveness: CheckpointLiveness;
  readonly challenge: readonly ChallengeStep[] | null;
  readonly withoutChallenge: boolean;
  /** Milliseconds since the attempt was opened, by the clock of the database. */
  readonly age: number;
}

@Injectable()
export class AttemptsRepository {
  /** The steps from OPEN to a final state. */
  readonly work: WorkItems;

  constructor(
    private readonly database: Database,
    audit: AuditTrail,
  ) {
    this.work = new WorkItems(database, ATTEMPT_WORK, audit);
  }

  findById(id: string): Promise<AttemptRow | null> {
    return this.database.first(AttemptRow, { id });
  }

  /** Holds the attempt until the open transaction ends: of any number of operators one confirms it. */
  hold(id: string): Promise<AttemptRow | null> {
    this.database.requireTransaction();
    return this.database.repository(AttemptRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The operator's word on an attempt, if there is one. */
  findConfirmation(id: string): Promise<AttemptRow | null> {
    return this.database.repository(AttemptRow).findOneBy({ confirms: id });
  }

  /** @throws Error when the attempt has no person: such a one is refused before it is queued */
  async task(id: string): Promise<AttemptTask> {
    const [task] = await this.database.query<AttemptTask>(
      `SELECT attempt.person_id AS "personId", attempt.credential_id AS "credentialId",
              checkpoint.target_fmr AS "targetFmr", attempt.liveness, attempt.challenge,
              attempt.without_challenge AS "withoutChallenge",
              (extract(epoch FROM now() - attempt.created_at) * 1000)::float AS age
       FROM validation_attempts AS attempt JOIN checkpoints AS checkpoint ON checkpoint.id = attempt.checkpoint_id
       WHERE attempt.id = $1 AND attempt.person_id IS NOT NULL AND attempt.credential_id IS NOT NULL`,
      [id],
    );
    if (task === undefined) throw new Error('An attempt without a person was queued.');
    return task;
  }

  page(args: PageArgs & AttemptFilter): Promise<Page<AttemptRow>> {
    const query = this.database.repository(AttemptRow).createQueryBuilder('attempt').where('TRUE');
    if (args.checkpointId) query.andWhere({ checkpointId: args.checkpointId });
    if (args.state) query.andWhere({ state: args.state });
    return keysetPage(query, args);
  }

  /** Those of `ids` that the filter lets through, newest first. */
  async among(ids: readonly string[], { checkpointId, state }: AttemptFilter): Promise<AttemptRow[]> {
    const criteria = { id: In([...ids]), ...(checkpointId && { checkpointId }), ...(state && { state }) };
    return this.database.repository(AttemptRow).find({ where: criteria, order: { id: 'DESC' } });
  }

  /** @returns as the database keeps it: refused, when the person was erased a moment ago */
  open(attempt: NewAttempt): Promise<AttemptRow> {
    return this.insert({ ...attempt, state: AttemptState.OPEN });
  }

  /** Records an attempt that ended before a picture was asked for. */
  refuse(attempt: NewAttempt, reason: ValidationReason): Promise<AttemptRow> {
    return this.insert({ ...attempt, state: AttemptState.REJECTED, reason, finishedAt: new Date() });
  }

  /** Records an attempt that an operator ended with their word. */
  attest(attempt: NewAttempt, reason: ValidationReason): Promise<AttemptRow> {
    return this.insert({ ...attempt, state: AttemptState.ACCEPTED, reason, finishedAt: new Date() });
  }

  private insert(attempt: NewAttempt & Partial<AttemptRow>): Promise<AttemptRow> {
    return this.database.insert(AttemptRow, { ...attempt, correlationId: currentCorrelationId() });
  }
}
