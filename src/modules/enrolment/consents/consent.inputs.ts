import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { PERSON_FORM } from '../persons/person-form.js';
import { GuardianRelation } from './consent-evidence.type.js';

@InputType()
export class GuardianInput {
  @Field()
  @Length(1, PERSON_FORM.longestName)
  @Matches(PERSON_FORM.name, { message: 'name must not hold control characters' })
  name!: string;

  @Field(() => GuardianRelation)
  @IsEnum(GuardianRelation)
  relation!: GuardianRelation;
}

@InputType()
export class ConsentEvidenceInput {
  @Field({
    description:
      'Whether the person is under the age at which they may consent themself (14 in Spain). Nothing else says how old they are.',
  })
  @IsBoolean()
  needsGuardian!: boolean;

  @Field(() => GuardianInput, {
    nullable: true,
    description: 'Who agrees for the person; required where they are under age. Null when they agree themself.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => GuardianInput)
  guardian?: GuardianInput | null;

  @Field({ description: 'The number of a signed form, or how else it was given; 1 to 120 characters.' })
  @Length(1, 120)
  @Matches(PERSON_FORM.name, { message: 'reference must not hold control characters' })
  reference!: string;
}

@InputType()
export class RecordConsentInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field({ description: 'Of the text that was shown; see `consentTexts`.' })
  @Length(1, 32)
  textVersion!: string;

  @Field({ description: 'In which the text was shown.' })
  @Length(2, 2)
  language!: string;

  @Field(() => ConsentEvidenceInput)
  @ValidateNested()
  @Type(() => ConsentEvidenceInput)
  evidence!: ConsentEvidenceInput;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
