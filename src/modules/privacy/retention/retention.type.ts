import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RetentionRuleCode } from './retention-rules.js';

registerEnumType(RetentionRuleCode, { name: 'RetentionRuleCode', description: 'What is kept.' });

@ObjectType({ description: 'The latest run of a retention rule.' })
export class RetentionRun {
  @Field()
  readonly startedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Null while it runs, or when it was stopped: the next one goes on.',
  })
  readonly finishedAt!: Date | null;

  @Field(() => Int, { description: 'How many rows it deleted or made anonymous.' })
  readonly affected!: number;
}

@ObjectType({ description: 'How long something is kept, and whether that is so.' })
export class RetentionRule {
  @Field(() => RetentionRuleCode)
  readonly rule!: RetentionRuleCode;

  @Field({ description: 'What is kept, and from when the days count, in the language asked for.' })
  readonly what!: string;

  @Field(() => Int, { nullable: true, description: 'Null when `what` says until when it is kept, and why.' })
  readonly days!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The setting that the days come from; null when they are fixed.',
  })
  readonly setting!: string | null;

  @Field(() => Int, {
    description: 'Rows that are kept more than a day too long; must be 0. Counted up to 100,000.',
  })
  readonly overdue!: number;

  @Field(() => RetentionRun, {
    nullable: true,
    description: 'Null when it has not run yet, or when the part that holds the rows sees to it.',
  })
  readonly lastRun!: RetentionRun | null;
}
