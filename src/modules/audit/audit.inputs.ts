import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PageSizeArgs } from '../../common/graphql/connection.js';
import { FromField, ToField } from '../../common/graphql/span-fields.js';
import { AuditAction } from '../../platform/audit/audit-event.js';

@ArgsType()
export class AuditEventsArgs extends PageSizeArgs {
  @Field(() => ID, { nullable: true, description: 'The `endCursor` of the page before; null for the first page.' })
  @IsOptional()
  @Matches(/^\d{1,15}$/)
  after?: string | null;

  @Field(() => AuditAction, { nullable: true })
  @IsOptional()
  @IsEnum(AuditAction)
  action?: AuditAction | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of a user or a device, or `anonymous`, `system` or `worker`.',
  })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/)
  actorId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "What it is about; with a person's id, also that person's consents, enrolments, cards and validations.",
  })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/)
  subjectId?: string | null;

  @FromField()
  from?: Date | null;

  @ToField()
  to?: Date | null;
}

@ArgsType()
export class AuditVerificationArgs {
  @Field(() => Int, { defaultValue: 1_000, description: 'How many events from the end, 1 to 5000.' })
  @IsInt()
  @Min(1)
  @Max(5_000)
  last = 1_000;
}
