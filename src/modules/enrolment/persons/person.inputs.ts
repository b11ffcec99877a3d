import { Field, InputType } from '@nestjs/graphql';
import { IsEnum, Length, Matches } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { PersonKind } from './person.type.js';

@InputType()
export class RegisterPersonInput {
  @Field({ description: "The institution's own id: 1 to 64 letters, digits, dots, dashes, slashes or underscores." })
  @Matches(/^[\w./-]{1,64}$/)
  externalId!: string;

  @Field()
  @Length(1, 120)
  @Matches(/^[^\p{Cc}]*$/u, { message: 'displayName must not hold control characters' })
  displayName!: string;

  @Field(() => PersonKind)
  @IsEnum(PersonKind)
  kind!: PersonKind;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
