import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaptureUploadTicket } from '../../../common/graphql/capture-upload-ticket.js';
import { connectionOf } from '../../../common/graphql/connection.js';
import { Person } from '../../enrolment/index.js';
import { Challenge } from '../challenge/challenge.type.js';
import { ConfirmationRefusal } from './confirmation.js';
import { ValidationMethod } from './validation-method.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

@ObjectType({
  description: 'The person is the one the QR was issued to: by their face, or by an operator who attests it.',
})
export class ValidationAccepted {
  @Field(() => Person, { nullable: true, description: 'Null when they were erased since.' })
  readonly person: Person | null;

  constructor(person: Person | null) {
    this.person = person;
  }
}

@ObjectType({ isAbstract: true })
abstract class WithReason {
  @Field(() => ValidationReason)
  readonly reason: ValidationReason;

  constructor(reason: ValidationReason) {
    this.reason = reason;
  }
}

@ObjectType({ description: 'The credential is not good, or the face is not the one it was issued to.' })
export class ValidationRejected extends WithReason {}

@ObjectType({ description: 'The pictures do not allow a decision: try again as the reason says, or ask an operator.' })
export class ValidationInconclusive extends WithReason {}

@ObjectType({ description: 'It was not finished in time: start again.' })
export class ValidationExpired extends WithReason {}

@ObjectType({ description: 'Something went wrong on our side: start again, or ask an operator.' })
export class ValidationFailed extends WithReason {}

export const ValidationResult = createUnionType({
  name: 'ValidationResult',
  types: () =>
    [ValidationAccepted, ValidationRejected, ValidationInconclusive, ValidationExpired, ValidationFailed] as const,
});
export type ValidationResult =
  ValidationAccepted | ValidationRejected | ValidationInconclusive | ValidationExpired | ValidationFailed;

@ObjectType('ValidationAttempt', { description: 'One try of one QR and one face at one checkpoint.' })
export class ValidationAttempt {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly checkpointId!: string;

  /** Whose credential it was; the field `result` shows the person, once accepted. */
  readonly personId!: string | null;

  @Field(() => ValidationMethod)
  readonly method!: ValidationMethod;

  @Field(() => AttemptState)
  readonly state!: AttemptState;

  @Field(() => ValidationReason, { nullable: true, description: 'Null until final.' })
  readonly reason!: ValidationReason | null;

  @Field()
  readonly createdAt!: Date;

  @Field({ description: 'It is final by then, whatever happens.' })
  readonly deadlineAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly finishedAt!: Date | null;

  @Field(() => ID, { description: 'Of the request that opened it: what to look for in the logs and traces.' })
  readonly correlationId!: string;
}

@ObjectType({ description: 'What happened since the answer before.' })
export class ValidationsChange {
  @Field(() => [ValidationAttempt], { description: 'As they are now, newest first; at most 100.' })
  readonly attempts: readonly ValidationAttempt[];

  @Field({ description: 'Changes may have been missed, or were too many: ask for the list anew.' })
  readonly reload: boolean;

  constructor(attempts: readonly ValidationAttempt[], reload: boolean) {
    this.attempts = attempts;
    this.reload = reload;
  }
}

export const ValidationConnection = connectionOf(ValidationAttempt, 'Validation');

@ObjectType({
  description:
    'The credential is good; now upload 1 to 8 frames of the face. When the request is repeated, the state of the attempt says how far it is.',
})
export class ValidationOpened {
  @Field()
  readonly attempt: ValidationAttempt;

  @Field()
  readonly capture: CaptureUploadTicket;

  @Field(() => Challenge, {
    nullable: true,
    description:
      'To be answered by the frames; null where the checkpoint’s `liveness` is PASSIVE, or `withoutChallenge`.',
  })
  readonly challenge: Challenge | null;

  constructor(attempt: ValidationAttempt, capture: CaptureUploadTicket, challenge: Challenge | null) {
    this.attempt = attempt;
    this.capture = capture;
    this.challenge = challenge;
  }
}

@ObjectType({ description: 'The attempt ended before a picture was needed; its result says why.' })
export class ValidationRefused {
  @Field()
  readonly attempt: ValidationAttempt;

  constructor(attempt: ValidationAttempt) {
    this.attempt = attempt;
  }
}

@ObjectType({ description: 'The face failed too often in a row: wait, or take the way without a face.' })
export class ValidationThrottled {
  @Field({ description: 'Rejected, with `TOO_MANY_FAILURES`.' })
  readonly attempt: ValidationAttempt;

  @Field(() => Int, { description: 'From now on.' })
  readonly retryAfterSeconds: number;

  constructor(attempt: ValidationAttempt, retryAfterSeconds: number) {
    this.attempt = attempt;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

@ObjectType({
  description: 'The face failed so often that somebody must lift the lock; the way without a face is open.',
})
export class ValidationLocked {
  @Field({ description: 'Rejected, with `LOCKED`.' })
  readonly attempt: ValidationAttempt;

  constructor(attempt: ValidationAttempt) {
    this.attempt = attempt;
  }
}

@ObjectType({
  description:
    'There is more to do than can be answered in time, or this user opens more validations here than people can walk ' +
    'through; nothing was recorded.',
})
export class CheckpointBusy {
  @Field(() => Int)
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

@ObjectType()
export class CheckpointClosed {
  @Field()
  readonly message: string = 'This checkpoint is closed.';
}

@ObjectType({ description: 'Accepted on the word of the operator, and recorded so.' })
export class ValidationAttested {
  @Field()
  readonly attempt: ValidationAttempt;

  constructor(attempt: ValidationAttempt) {
    this.attempt = attempt;
  }
}

@ObjectType({ description: 'Accepted: the face matched, and the operator says that it is a person’s. Recorded so.' })
export class ValidationConfirmed {
  @Field({ description: 'One of its own; the one that it confirms stays as it ended.' })
  readonly attempt: ValidationAttempt;

  constructor(attempt: ValidationAttempt) {
    this.attempt = attempt;
  }
}

@ObjectType({ description: 'Nothing was recorded.' })
export class ConfirmationRefused {
  @Field(() => ConfirmationRefusal)
  readonly reason: ConfirmationRefusal;

  constructor(reason: ConfirmationRefusal) {
    this.reason = reason;
  }
}

export const ConfirmValidationResult = createUnionType({
  name: 'ConfirmValidationResult',
  types: () => [ValidationConfirmed, ConfirmationRefused] as const,
});
export type ConfirmValidationResult = ValidationConfirmed | ConfirmationRefused;

export const ValidateWithoutFaceResult = createUnionType({
  name: 'ValidateWithoutFaceResult',
  types: () => [ValidationAttested, ValidationRefused, CheckpointBusy, CheckpointClosed] as const,
});
export type ValidateWithoutFaceResult = ValidationAttested | ValidationRefused | CheckpointBusy | CheckpointClosed;

export const OpenValidationResult = createUnionType({
  name: 'OpenValidationResult',
  types: () =>
    [
      ValidationOpened,
      ValidationRefused,
      ValidationThrottled,
      ValidationLocked,
      CheckpointBusy,
      CheckpointClosed,
    ] as const,
});
export type OpenValidationResult =
  ValidationOpened | ValidationRefused | ValidationThrottled | ValidationLocked | CheckpointBusy | CheckpointClosed;
