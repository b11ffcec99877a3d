import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ChallengeStep } from '../challenge/challenge-step.js';
import { CheckpointLiveness } from '../checkpoints/checkpoint-liveness.js';
import { CheckpointRow } from '../checkpoints/checkpoint.entity.js';
import { ValidationMethod } from './validation-method.js';
import { type AttemptState, type ValidationReason } from './validation-reason.js';
import { type Attestation, type WithoutFaceReason } from './without-face.js';

@Entity('validation_attempts')
@Index('validation_attempts_checkpoint', ['checkpointId', 'id'])
@Index('validation_attempts_person', ['personId', 'id'])
@Index('validation_attempts_deadline', ['deadlineAt'], { where: 'finished_at IS NULL' })
@Index('validation_attempts_to_forget', ['finishedAt'], { where: 'anonymised_at IS NULL AND finished_at IS NOT NULL' })
@Index('validation_attempts_credential', ['credentialId'], { where: 'credential_id IS NOT NULL' })
@Index('validation_attempts_state', ['state', 'id'], { where: `state <> 'ACCEPTED'` })
@Index('validation_attempts_failed', ['openedBy', 'finishedAt'], {
  where: `state IN ('REJECTED','INCONCLUSIVE','FAILED')`,
})
@Unique('validation_attempts_turn_key', ['turnId'])
@Unique('validation_attempts_confirms_key', ['confirms'])
@Check(
  'validation_attempts_state_check',
  `state IN ('OPEN','QUEUED','PROCESSING','ACCEPTED','REJECTED','INCONCLUSIVE','EXPIRED','FAILED')`,
)
@Check(
  'validation_attempts_finished_check',
  `(finished_at IS NULL) = (state IN ('OPEN','QUEUED','PROCESSING')) AND (finished_at IS NULL) = (reason IS NULL)`,
)
@Check(
  'validation_attempts_accepted_check',
  `anonymised_at IS NOT NULL OR state <> 'ACCEPTED' OR (person_id IS NOT NULL AND credential_id IS NOT NULL
    AND CASE WHEN method IN ('QR_PIN_OPERATOR','FACE_AND_OPERATOR')
      THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
      ELSE NOT without_challenge AND coalesce(comparison_score >= threshold, false) END)`,
)
@Check(
  'validation_attempts_anonymised_check',
  `anonymised_at IS NULL OR (finished_at IS NOT NULL
    AND num_nonnulls(person_id, credential_id, turn_id, capture_id, claim, comparison_score, pad_live, confirms) = 0)`,
)
@Check('validation_attempts_method_check', `method IN ('FACE','FACE_AND_PIN','QR_PIN_OPERATOR','FACE_AND_OPERATOR')`)
@Check(
  'validation_attempts_attested_check',
  `CASE method WHEN 'QR_PIN_OPERATOR'
    THEN num_nulls(attested_by, attestation, without_face_because) = 0 AND confirms IS NULL
      AND state IN ('ACCEPTED','REJECTED')
    WHEN 'FACE_AND_OPERATOR' THEN num_nulls(attested_by, attestation) = 0 AND without_face_because IS NULL
      AND (confirms IS NOT NULL OR anonymised_at IS NOT NULL) AND state = 'ACCEPTED'
    ELSE num_nonnulls(attested_by, attestation, without_face_because, confirms) = 0 END`,
)
@Check('validation_attempts_liveness_check', `liveness IN ('PASSIVE','ACTIVE','STRICT')`)
@Check(
  'validation_attempts_challenge_check',
  `CASE WHEN challenge IS NOT NULL THEN liveness <> 'PASSIVE' AND NOT without_challenge
      AND cardinality(challenge) BETWEEN 2 AND 3 AND challenge <@ '{LOOK_LEFT,LOOK_RIGHT,BLINK,COME_CLOSER}'
    ELSE liveness = 'PASSIVE' OR state = 'REJECTED' OR without_challenge END`,
)
@ForeignKey('users', ['attestedBy'], ['id'], { name: 'validation_attempts_attested_by_fkey' })
@ForeignKey('persons', ['personId'], ['id'], { name: 'validation_attempts_person_id_fkey' })
@ForeignKey('credentials', ['credentialId'], ['id'], { name: 'validation_attempts_credential_id_fkey' })
export class AttemptRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'validation_attempts_pkey' })
  id!: string;

  @ForeignKey(() => CheckpointRow, { name: 'validation_attempts_checkpoint_id_fkey' })
  @Column('uuid', { name: 'checkpoint_id' })
  checkpointId!: string;

  /** Null when the QR was none of ours, and once it is forgotten whose attempt it was. */
  @Column('uuid', { name: 'credential_id', nullable: true })
  credentialId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  state!: AttemptState;

  @Column('text', { nullable: true })
  reason!: ValidationReason | null;

  @Column('uuid', { name: 'capture_id', nullable: true })
  captureId!: string | null;

  /** Fencing token of the worker that holds it; see WorkItems. */
  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('integer', { default: 0 })
  claims!: number;

  @Column('text', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Column('text', { name: 'model_version', nullable: true })
  modelVersion!: string | null;

  /** Never leaves the server. */
  @Column('real', { name: 'comparison_score', nullable: true })
  comparisonScore!: number | null;

  @Column('real', { nullable: true })
  threshold!: number | null;

  /** Passive liveness, 0..1. Never leaves the server. */
  @Column('real', { name: 'pad_live', nullable: true })
  padLive!: number | null;

  @Column('text', { default: ValidationMethod.FACE })
  method!: ValidationMethod;

  /** What the checkpoint wanted when the attempt was opened. */
  @Column('text', { default: CheckpointLiveness.PASSIVE })
  liveness!: CheckpointLiveness;

  /** What the person was asked to do, in this order; null where nothing was. */
  @Column('text', { array: true, nullable: true })
  challenge!: readonly ChallengeStep[] | null;

  /** Whether it was opened for somebody who does no steps: then it ends with an operator, never accepted. Nobody says why. */
  @Column('boolean', { name: 'without_challenge', default: false })
  withoutChallenge!: boolean;

  /** The attempt without a challenge that this one is an operator's word on; forgotten together with it. */
  @Column('uuid', { nullable: true })
  confirms!: string | null;

  /** The operator, who is a user: no device and no person attests. */
  @Column('uuid', { name: 'attested_by', nullable: true })
  attestedBy!: string | null;

  @Column('text', { nullable: true })
  attestation!: Attestation | null;

  @Column('text', { name: 'without_face_because', nullable: true })
  withoutFaceBecause!: WithoutFaceReason | null;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  /** The turn that it used up; turns themselves are forgotten after a day. */
  @Column('uuid', { name: 'turn_id', nullable: true })
  turnId!: string | null;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deadline_at' })
  deadlineAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  /** Since when nothing of the row leads to a person: they were erased, or it is older than attempts are kept. */
  @Column('timestamptz', { name: 'anonymised_at', nullable: true })
  anonymisedAt!: Date | null;
}
