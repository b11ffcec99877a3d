import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PasswordWeakness } from '../password-strength.js';
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

@ObjectType({ description: 'One of the person’s passkeys must answer, within five minutes and once.' })
export class SecondFactorRequired {
  @Field(() => ID)
  readonly challengeId: string;

  @Field({ description: 'JSON for `PublicKeyCredential.parseRequestOptionsFromJSON`.' })
  readonly options: string;

  constructor(challengeId: string, options: string) {
    this.challengeId = challengeId;
    this.options = options;
  }
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
  types: () => [SignedIn, InvalidCredentials, SecondFactorRequired, SignInThrottled] as const,
});
export type SignInResult = SignedIn | InvalidCredentials | SecondFactorRequired | SignInThrottled;

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

@ObjectType()
export class PasswordTooWeak {
  @Field(() => [PasswordWeakness])
  readonly reasons: readonly PasswordWeakness[];

  constructor(reasons: readonly PasswordWeakness[]) {
    this.reasons = reasons;
  }
}

export const CreateUserResult = createUnionType({
  name: 'CreateUserResult',
  types: () => [UserCreated, EmailTaken, PasswordTooWeak] as const,
});
export type CreateUserResult = UserCreated | EmailTaken | PasswordTooWeak;

@ObjectType()
export class PasswordChanged {
  @Field(() => Int, { description: 'How many other sessions of this user were ended.' })
  readonly sessionsEnded: number;

  constructor(sessionsEnded: number) {
    this.sessionsEnded = sessionsEnded;
  }
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  types: () => [PasswordChanged, InvalidCredentials, PasswordTooWeak, SignInThrottled] as const,
});
export type ChangePasswordResult = PasswordChanged | InvalidCredentials | PasswordTooWeak | SignInThrottled;
