import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Standing } from './lock-policy.js';

export enum LockState {
  FREE = 'FREE',
  WAITING = 'WAITING',
  LOCKED = 'LOCKED',
}
registerEnumType(LockState, {
  name: 'LockState',
  description: 'FREE: a face may be compared. WAITING: after `retryAfterSeconds`. LOCKED: once the lock was lifted.',
});

@ObjectType({ description: 'What failed comparisons in a row stand against the next one of a person.' })
export class ValidationLock {
  @Field(() => Int, { description: 'In a row, of the person or of the credential that failed most.' })
  readonly failures: number;

  @Field(() => LockState)
  readonly state: LockState;

  @Field(() => Int, { nullable: true, description: 'Only when WAITING.' })
  readonly retryAfterSeconds: number | null;

  constructor(failures: number, standing: Standing) {
    this.failures = failures;
    this.state = LockState[standing.kind];
    this.retryAfterSeconds = standing.kind === 'WAITING' ? standing.retryAfterSeconds : null;
  }
}
