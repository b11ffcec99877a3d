import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AttemptState, ValidationReason } from '../attempts/validation-reason.js';
import { StatisticsBucket } from './statistics.inputs.js';

@ObjectType({
  description:
    'How far attempts came that were opened for a face. Those that an operator attested or confirmed are counted beside.',
})
export class ValidationFunnel {
  @Field(() => Int, { description: 'A QR was shown.' })
  readonly opened!: number;

  @Field(() => Int, { description: 'The QR was good, and what was asked for beside it: a face was waited for.' })
  readonly admitted!: number;

  @Field(() => Int, { description: 'Pictures of a face arrived and a worker took them.' })
  readonly captured!: number;

  @Field(() => Int, { description: 'It ended with an answer: accepted, rejected or inconclusive.' })
  readonly decided!: number;

  @Field(() => Int)
  readonly accepted!: number;

  @Field(() => Int, { description: 'Let in on the word of an operator: without a face, or confirmed.' })
  readonly attested!: number;
}

@ObjectType({ description: 'How many attempts ended so.' })
export class ReasonCount {
  @Field(() => AttemptState)
  readonly state!: AttemptState;

  @Field(() => ValidationReason)
  readonly reason!: ValidationReason;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType()
export class StatisticsStretch {
  @Field()
  readonly start!: Date;

  @Field(() => ValidationFunnel)
  readonly funnel!: ValidationFunnel;

  @Field(() => [ReasonCount], { description: 'Most frequent first.' })
  readonly reasons!: readonly ReasonCount[];
}

@ObjectType({ description: 'Counts of attempts that are final, by when they were opened. Nothing about any person.' })
export class ValidationStatistics {
  @Field(() => StatisticsBucket)
  readonly bucket!: StatisticsBucket;

  @Field(() => ValidationFunnel)
  readonly funnel!: ValidationFunnel;

  @Field(() => [ReasonCount], { description: 'Most frequent first.' })
  readonly reasons!: readonly ReasonCount[];

  @Field(() => [StatisticsStretch], { description: 'All of the span, in order; those without attempts too.' })
  readonly stretches!: readonly StatisticsStretch[];
}
