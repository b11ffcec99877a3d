import { ArgsType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsEnum, IsOptional, IsTimeZone, IsUUID } from 'class-validator';

/** How long one stretch of the statistics is. */
export enum StatisticsBucket {
  HOUR = 'HOUR',
  DAY = 'DAY',
}
registerEnumType(StatisticsBucket, { name: 'StatisticsBucket', description: 'By the clock of `timeZone`.' });

@ArgsType()
export class StatisticsArgs {
  @Field({ description: 'The first moment that counts.' })
  @IsDate()
  from!: Date;

  @Field({ description: 'The first moment that does not count any more: at most 14 days later by HOUR, 366 by DAY.' })
  @IsDate()
  to!: Date;

  @Field(() => StatisticsBucket, { defaultValue: StatisticsBucket.DAY })
  @IsEnum(StatisticsBucket)
  bucket: StatisticsBucket = StatisticsBucket.DAY;

  @Field(() => String, { defaultValue: 'UTC', description: 'Where days begin, such as `Europe/Madrid`.' })
  @IsTimeZone()
  timeZone = 'UTC';

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  checkpointId?: string | null;
}
