import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PinWeakness } from './pin-strength.js';

export enum PinRefusal {
  WRONG = 'WRONG',
  LOCKED = 'LOCKED',
}
registerEnumType(PinRefusal, {
  name: 'PinRefusal',
  description:
    'LOCKED: wrong too often in a row, so that none is looked at now; wait, or ask the registrar for a new one.',
});

@ObjectType({ description: 'The person has this PIN from now on, and tries of an earlier one count no more.' })
export class PinSet {
  @Field(() => ID)
  readonly personId: string;

  constructor(personId: string) {
    this.personId = personId;
  }
}

@ObjectType()
export class PinTooWeak {
  @Field(() => [PinWeakness])
  readonly reasons: readonly PinWeakness[];

  constructor(reasons: readonly PinWeakness[]) {
    this.reasons = reasons;
  }
}

@ObjectType({ description: 'The PIN so far is not the one that was given.' })
export class PinRefused {
  @Field(() => PinRefusal)
  readonly reason: PinRefusal;

  constructor(reason: PinRefusal) {
    this.reason = reason;
  }
}

export const SetPinResult = createUnionType({ name: 'SetPinResult', types: () => [PinSet, PinTooWeak] as const });
export type SetPinResult = PinSet | PinTooWeak;

export const SetMyPinResult = createUnionType({
  name: 'SetMyPinResult',
  types: () => [PinSet, PinTooWeak, PinRefused] as const,
});
export type SetMyPinResult = PinSet | PinTooWeak | PinRefused;
