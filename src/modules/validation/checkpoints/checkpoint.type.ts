import { createUnionType, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';
import { CheckpointFactors } from './checkpoint-factors.js';
import { CheckpointLiveness } from './checkpoint-liveness.js';

@ObjectType({ description: 'A door, room, exam or desk where validations happen.' })
export class Checkpoint {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly name!: string;

  @Field(() => Float, { description: 'False match rate that comparisons here are held to, such as 0.0001.' })
  readonly targetFmr!: number;

  @Field(() => CheckpointFactors)
  readonly factors!: CheckpointFactors;

  @Field(() => CheckpointLiveness)
  readonly liveness!: CheckpointLiveness;

  @Field(() => Date, { nullable: true, description: 'Closed since; null when open.' })
  readonly closedAt!: Date | null;

  @Field()
  readonly createdAt!: Date;
}

export const CheckpointConnection = connectionOf(Checkpoint, 'Checkpoint');

@ObjectType()
export class CheckpointCreated {
  @Field()
  readonly checkpoint: Checkpoint;

  constructor(checkpoint: Checkpoint) {
    this.checkpoint = checkpoint;
  }
}

@ObjectType()
export class CheckpointNameTaken {
  @Field()
  readonly message: string = 'Another checkpoint has this name.';
}

export const CreateCheckpointResult = createUnionType({
  name: 'CreateCheckpointResult',
  types: () => [CheckpointCreated, CheckpointNameTaken] as const,
});
export type CreateCheckpointResult = CheckpointCreated | CheckpointNameTaken;
