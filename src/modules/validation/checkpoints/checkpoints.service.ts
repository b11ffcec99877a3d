import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, type AuditDetails, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { type CheckpointFactors } from './checkpoint-factors.js';
import { type CheckpointLiveness } from './checkpoint-liveness.js';
import { type CheckpointRow } from './checkpoint.entity.js';
import { type CreateCheckpointInput } from './checkpoint.inputs.js';
import { CheckpointCreated, CheckpointNameTaken, type CreateCheckpointResult } from './checkpoint.type.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { confinedTo, mayActAt } from './reach.js';

@Injectable()
export class CheckpointsService {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointsRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async create(input: CreateCheckpointInput, actor: Actor): Promise<CreateCheckpointResult> {
    const { idempotencyKey: key, ...checkpoint } = input;
    try {
      const id = await this.database.transaction(async () => {
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'createCheckpoint', key, input: checkpoint };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        await this.checkpoints.insert({ id, ...checkpoint, createdBy: actor.id });
        await this.record(AuditAction.CHECKPOINT_CREATED, id, actor);
        return id;
      });
      return new CheckpointCreated(await this.get(id, actor));
    } catch (error) {
      if (violatedUnique(error) === 'checkpoints_name_key') return new CheckpointNameTaken();
      throw error;
    }
  }

  /** For a device, there is its own and no other. */
  async get(id: string, actor: Actor): Promise<CheckpointRow> {
    const checkpoint = mayActAt(actor, id) ? await this.checkpoints.findById(id) : null;
    if (checkpoint === null) throw new NotFoundError('Checkpoint');
    return checkpoint;
  }

  list(page: PageArgs, actor: Actor): Promise<Page<CheckpointRow>> {
    return this.checkpoints.page(page, confinedTo(actor));
  }

  setOpen(id: string, open: boolean, actor: Actor): Promise<CheckpointRow> {
    return this.database.transaction(async () => {
      const changed = await this.checkpoints.setOpen(id, open);
      const action = open ? AuditAction.CHECKPOINT_REOPENED : AuditAction.CHECKPOINT_CLOSED;
      if (changed) await this.record(action, id, actor);
      return this.get(id, actor);
    });
  }

  /** For attempts that are opened from now on. */
  setFactors(id: string, factors: CheckpointFactors, actor: Actor): Promise<CheckpointRow> {
    return this.database.transaction(async () => {
      const changed = await this.checkpoints.setFactors(id, factors);
      if (changed) await this.record(AuditAction.CHECKPOINT_FACTORS_CHANGED, id, actor, { factors });
      return this.get(id, actor);
    });
  }

  /** For attempts that are opened from now on. */
  setLiveness(id: string, liveness: CheckpointLiveness, actor: Actor): Promise<CheckpointRow> {
    return this.database.transaction(async () => {
      const changed = await this.checkpoints.setLiveness(id, liveness);
      if (changed) await this.record(AuditAction.CHECKPOINT_LIVENESS_CHANGED, id, actor, { liveness });
      return this.get(id, actor);
    });
  }

  private record(action: AuditAction, id: string, actor: Actor, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({
      action,
      actor: actor.id,
      subjectKind: AuditSubjectKind.CHECKPOINT,
      subjectId: id,
      details,
    });
  }
}
