import { Field, Float, InputType } from '@nestjs/graphql';
import { IsEnum, IsNumber, Length, Max, Min } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { CheckpointFactors } from './checkpoint-factors.js';
import { CheckpointLiveness } from './checkpoint-liveness.js';

/** NIST SP 800-63B-4: a false match rate of 1 in 10,000 or better, with the QR as the other factor. */
const DEFAULT_FMR = 1e-4;

@InputType()
export class CreateCheckpointInput {
  @Field()
  @Length(1, 80)
  name!: string;

  @Field(() => Float, { defaultValue: DEFAULT_FMR, description: 'Between 0.00001 and 0.001.' })
  @IsNumber()
  @Min(1e-5)
  @Max(1e-3)
  targetFmr: number = DEFAULT_FMR;

  @Field(() => CheckpointFactors, { defaultValue: CheckpointFactors.FACE })
  @IsEnum(CheckpointFactors)
  factors: CheckpointFactors = CheckpointFactors.FACE;

  @Field(() => CheckpointLiveness, { defaultValue: CheckpointLiveness.ACTIVE })
  @IsEnum(CheckpointLiveness)
  liveness: CheckpointLiveness = CheckpointLiveness.ACTIVE;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
