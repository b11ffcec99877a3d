import { createUnionType, Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FaultKind, FaultPoint } from '../../platform/faults/fault.js';

registerEnumType(FaultPoint, { name: 'FaultPoint', description: 'Where a fault can be made.' });
registerEnumType(FaultKind, {
  name: 'FaultKind',
  valuesMap: {
    ERROR: { description: 'Calls fail at once, as when nobody is there.' },
    LATENCY: { description: 'Calls are late by `milliseconds`.' },
    TIMEOUT: { description: 'Calls fail after `milliseconds` without an answer.' },
  },
});

@ObjectType({ description: 'Something that is broken on purpose.' })
export class InjectedFault {
  @Field(() => FaultPoint)
  readonly point!: FaultPoint;

  @Field(() => FaultKind)
  readonly kind!: FaultKind;

  @Field(() => Float, { description: 'Share of the calls that it strikes, above 0 to 1.' })
  readonly rate!: number;

  @Field(() => Int)
  readonly milliseconds!: number;

  @Field({ description: 'It ends then by itself.' })
  readonly until!: Date;

  @Field({ description: 'Id of the user.' })
  readonly injectedBy!: string;
}

@ObjectType()
export class FaultsOverview {
  @Field({ description: 'Whether faults can be injected here at all: the setting `FAULTS`.' })
  readonly enabled!: boolean;

  @Field(() => [InjectedFault])
  readonly faults!: readonly InjectedFault[];
}

@ObjectType({ description: 'The configuration does not allow faults here; nothing was done.' })
export class FaultsDisabled {
  @Field()
  readonly message: string = 'This installation was started without FAULTS.';
}

@ObjectType({ description: 'Every process does so within a second.' })
export class FaultInjected {
  @Field(() => InjectedFault)
  readonly fault: InjectedFault;

  constructor(fault: InjectedFault) {
    this.fault = fault;
  }
}

@ObjectType()
export class FaultsEnded {
  @Field(() => Int, { description: 'How many there were.' })
  readonly ended: number;

  constructor(ended: number) {
    this.ended = ended;
  }
}

export const InjectFaultResult = createUnionType({
  name: 'InjectFaultResult',
  types: () => [FaultInjected, FaultsDisabled] as const,
});
export type InjectFaultResult = FaultInjected | FaultsDisabled;

export const EndFaultsResult = createUnionType({
  name: 'EndFaultsResult',
  types: () => [FaultsEnded, FaultsDisabled] as const,
});
export type EndFaultsResult = FaultsEnded | FaultsDisabled;
