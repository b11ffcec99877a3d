import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whether a part answers that the API needs; the same as at `/health/ready`.' })
export class SystemCheck {
  @Field()
  readonly name!: string;

  @Field()
  readonly ok!: boolean;

  @Field(() => Int)
  readonly milliseconds!: number;

  @Field(() => String, { nullable: true, description: 'In words; null when it is well.' })
  readonly problem!: string | null;
}

@ObjectType({ description: 'Jobs in the queue, by state. Those that are done have left it.' })
export class QueueJobs {
  @Field(() => Int)
  readonly waiting!: number;

  @Field(() => Int)
  readonly active!: number;

  @Field(() => Int, { description: 'To be tried again.' })
  readonly delayed!: number;

  @Field(() => Int, { description: 'Kept for a week, for whoever looks into them.' })
  readonly failed!: number;
}

@ObjectType()
export class QueueStatus {
  @Field()
  readonly name!: string;

  @Field(() => QueueJobs, { nullable: true, description: 'Null when the queue does not answer.' })
  readonly jobs!: QueueJobs | null;

  @Field(() => Int, { nullable: true, description: 'Processes that work on it; null when the queue does not answer.' })
  readonly workers!: number | null;

  @Field(() => Int, { description: 'Jobs that must happen and have not ended, by the database.' })
  readonly outstanding!: number;

  @Field(() => Float, { nullable: true, description: 'Age of the oldest of them; null when there is none.' })
  readonly oldestSeconds!: number | null;
}

@ObjectType({ description: 'Jobs on their way from the database to a queue.' })
export class OutboxStatus {
  @Field(() => Int, { description: 'Not yet in a queue.' })
  readonly unsent!: number;

  @Field(() => Float, { description: 'Age of the oldest of them; 0 when there is none.' })
  readonly oldestUnsentSeconds!: number;
}

@ObjectType({ description: 'What makes templates and compares faces.' })
export class FaceModel {
  @Field()
  readonly engine!: string;

  @Field()
  readonly id!: string;

  @Field({ description: 'Only templates of the same model and version are compared.' })
  readonly version!: string;
}

@ObjectType({ description: 'Nothing about anybody.' })
export class SystemStatus {
  @Field({ description: 'Of Presente.' })
  readonly version!: string;

  @Field({ description: 'Of Node.' })
  readonly node!: string;

  @Field({ description: 'When this process of the API started; behind a load balancer there are others.' })
  readonly startedAt!: Date;

  @Field(() => FaceModel)
  readonly model!: FaceModel;

  @Field(() => [SystemCheck])
  readonly checks!: readonly SystemCheck[];

  @Field(() => [QueueStatus], { nullable: true, description: 'Null when the database does not answer.' })
  readonly queues!: readonly QueueStatus[] | null;

  @Field(() => OutboxStatus, { nullable: true, description: 'Null when the database does not answer.' })
  readonly outbox!: OutboxStatus | null;

  @Field({ description: 'Whether Apollo Sandbox is at `/graphql`.' })
  readonly sandbox!: boolean;

  @Field(() => String, { nullable: true, description: 'Where the dashboards are; null when nobody has said so.' })
  readonly grafanaUrl!: string | null;
}
