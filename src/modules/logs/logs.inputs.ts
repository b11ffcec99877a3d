import { ArgsType, Field, ID, Int, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsInt, IsOptional, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { FromField, ToField } from '../../common/graphql/span-fields.js';
import { LogLevel, LogService } from './log-level.js';

@InputType({ description: 'Lines that are all of this; what is null does not matter.' })
export class LogFilter {
  @Field(() => LogLevel, { nullable: true, description: 'This one and what is worse.' })
  @IsOptional()
  @IsEnum(LogLevel)
  levelAtLeast?: LogLevel | null;

  @Field(() => LogService, { nullable: true })
  @IsOptional()
  @IsEnum(LogService)
  service?: LogService | null;

  @Field(() => String, { nullable: true, description: 'Host and number of a process.' })
  @IsOptional()
  @Length(1, 300)
  instance?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stands anywhere in the line, in any case; 1 to 100 characters.',
  })
  @IsOptional()
  @Length(1, 100)
  text?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(/^[\w.-]{8,64}$/)
  correlationId?: string | null;

  @Field(() => String, { nullable: true, description: 'One of the `operations` of the line.' })
  @IsOptional()
  @Length(1, 200)
  operation?: string | null;

  @FromField()
  from?: Date | null;

  @ToField()
  to?: Date | null;
}

@ArgsType()
export class LogTailArgs {
  @Field(() => LogFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => LogFilter)
  filter?: LogFilter | null;

  @Field(() => ID, { nullable: true, description: 'The id of the line after which to begin.' })
  @IsOptional()
  @Matches(/^\d{1,18}(-\d{1,18})?$/)
  after?: string | null;
}

@ArgsType()
export class LogsArgs extends LogTailArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first = 50;
}
