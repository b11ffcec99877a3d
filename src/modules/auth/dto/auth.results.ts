import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { User } from './user.type.js';

@ObjectType()
export class SignedIn {
  @Field({ description: 'Send it as `Authorization: Bearer …`.' })
  readonly accessToken: string;

  @Field()
  readonly expiresAt: Date;

  @Field()
  readonly user: User;

  constructor(accessToken: string, expiresAt: Date, user: User) {
    this.accessToken = accessToken;
    this.expiresAt = expiresAt;
    this.user = user;
  }
}

@ObjectType()
export class InvalidCredentials {
  @Field()
  readonly message: string = 'E-mail address or password is wrong.';
}

@ObjectType({
  description: 'Too many failures: the password was not looked at. The same for addresses that nobody has.',
})
export class SignInThrottled {
  @Field(() => Int)
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, InvalidCredentials, SignInThrottled] as const,
});
export type SignInResult = SignedIn | InvalidCredentials | SignInThrottled;

@ObjectType()
export class UserCreated {
  @Field()
  readonly user: User;

  constructor(user: User) {
    this.user = user;
  }
}

@ObjectType()
export class EmailTaken {
  @Field()
  readonly message: string = 'Another user has this e-mail address.';
}

export const CreateUserResult = createUnionType({
  name: 'CreateUserResult',
  types: () => [UserCreated, EmailTaken] as const,
});
export type CreateUserResult = UserCreated | EmailTaken;
