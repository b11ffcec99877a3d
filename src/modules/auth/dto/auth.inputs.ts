import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayNotEmpty, IsEmail, IsEnum, IsUUID, Length, MaxLength } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { MIN_PASSWORD_LENGTH } from '../password-strength.js';
import { Role } from '../permissions.js';

const NEW_PASSWORD = `At least ${MIN_PASSWORD_LENGTH} characters, hard to guess, without the address and the name; else \`PasswordTooWeak\` says what it lacks.`;

@InputType()
export class SignInInput {
  @Field()
  @MaxLength(254)
  email!: string;

  /** Bounded, since hashing takes time in proportion. */
  @Field()
  @MaxLength(256)
  password!: string;
}

@InputType()
export class CreateUserInput {
  @Field()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field()
  @Length(1, 120)
  displayName!: string;

  @Field({ description: NEW_PASSWORD })
  @MaxLength(256)
  password!: string;

  @Field(() => [Role])
  @ArrayNotEmpty()
  @IsEnum(Role, { each: true })
  roles!: Role[];

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class SetUserRolesInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field(() => [Role])
  @ArrayNotEmpty()
  @IsEnum(Role, { each: true })
  roles!: Role[];
}

@InputType()
export class ChangePasswordInput {
  @Field()
  @MaxLength(256)
  current!: string;

  @Field({ description: NEW_PASSWORD })
  @MaxLength(256)
  new!: string;
}
