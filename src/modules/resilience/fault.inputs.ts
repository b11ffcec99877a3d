import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsNumber, Max, Min } from 'class-validator';
import { FaultKind, FaultPoint } from '../../platform/faults/fault.js';

/** Longer than the longest drill; whoever is called away leaves nothing broken for long. */
const MOST_SECONDS = 600;

@InputType()
export class InjectFaultInput {
  @Field(() => FaultPoint, { description: 'A fault that is there already is replaced.' })
  @IsEnum(FaultPoint)
  readonly point!: FaultPoint;

  @Field(() => FaultKind)
  @IsEnum(FaultKind)
  readonly kind!: FaultKind;

  @Field(() => Float, { description: 'Share of the calls that it strikes, 0.01 to 1.' })
  @IsNumber()
  @Min(0.01)
  @Max(1)
  readonly rate!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Of LATENCY and TIMEOUT, 0 to 60000.' })
  @IsInt()
  @Min(0)
  @Max(60_000)
  readonly milliseconds!: number;

  @Field(() => Int, { description: `After so many seconds it ends by itself, 1 to ${MOST_SECONDS}.` })
  @IsInt()
  @Min(1)
  @Max(MOST_SECONDS)
  readonly seconds!: number;
}
