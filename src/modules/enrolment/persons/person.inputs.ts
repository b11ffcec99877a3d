import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { PERSON_FORM } from './person-form.js';
import { PersonKind } from './person.type.js';
import { PersonStanding } from './person-standing.js';

const ExternalIdField = (): PropertyDecorator =>
  applyDecorators(
    Field({
      description: "The institution's own id: 1 to 64 letters, digits, dots, dashes, slashes or underscores.",
    }),
    Matches(PERSON_FORM.externalId),
  );

const DisplayNameField = (): PropertyDecorator =>
  applyDecorators(
    Field(),
    Length(1, PERSON_FORM.longestName),
    Matches(PERSON_FORM.name, { message: 'displayName must not hold control characters' }),
  );

@InputType()
export class RegisterPersonInput {
  @ExternalIdField()
  externalId!: string;

  @DisplayNameField()
  displayName!: string;

  @Field(() => PersonKind)
  @IsEnum(PersonKind)
  kind!: PersonKind;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class CorrectPersonInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @ExternalIdField()
  externalId!: string;

  @DisplayNameField()
  displayName!: string;

  @Field(() => PersonKind)
  @IsEnum(PersonKind)
  kind!: PersonKind;
}

@ArgsType()
export class PersonsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of the name or of the institution’s own id, two letters or more each, in any order; case and accents do not count.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => PersonStanding, { nullable: true })
  @IsOptional()
  @IsEnum(PersonStanding)
  standing?: PersonStanding | null;
}
