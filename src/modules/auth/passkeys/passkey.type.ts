import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InvalidCredentials, SecondFactorRequired, SignedIn, SignInThrottled } from '../dto/auth.results.js';

@ObjectType({ description: 'A second factor: an authenticator of this user (WebAuthn).' })
export class Passkey {
  @Field(() => ID)
  readonly id!: string;

  @Field()
  readonly name!: string;

  @Field()
  readonly createdAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly lastUsedAt!: Date | null;
}

@ObjectType()
export class PasskeyRegistration {
  @Field(() => ID)
  readonly challengeId: string;

  @Field({ description: 'JSON for `PublicKeyCredential.parseCreationOptionsFromJSON`.' })
  readonly options: string;

  constructor(challengeId: string, options: string) {
    this.challengeId = challengeId;
    this.options = options;
  }
}

@ObjectType()
export class TooManyPasskeys {
  @Field(() => Int)
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }
}

@ObjectType()
export class PasskeyRegistered {
  @Field()
  readonly passkey: Passkey;

  @Field(() => Int, { description: 'How many other sessions, which had no second factor, were ended.' })
  readonly sessionsEnded: number;

  constructor(passkey: Passkey, sessionsEnded: number) {
    this.passkey = passkey;
    this.sessionsEnded = sessionsEnded;
  }
}

@ObjectType({ description: 'The challenge is used up or too old, or the answer is not of a passkey that is known.' })
export class PasskeyRefused {
  @Field()
  readonly message: string = 'The passkey was not accepted; start again.';
}

@ObjectType()
export class SecondFactorConfirmed {
  @Field({ description: 'Until then nothing asks for it again.' })
  readonly freshUntil: Date;

  constructor(freshUntil: Date) {
    this.freshUntil = freshUntil;
  }
}

@ObjectType()
export class PasskeysRemoved {
  @Field(() => Int)
  readonly passkeys: number;

  constructor(passkeys: number) {
    this.passkeys = passkeys;
  }
}

export const BeginPasskeyRegistrationResult = createUnionType({
  name: 'BeginPasskeyRegistrationResult',
  types: () =>
    [PasskeyRegistration, InvalidCredentials, SecondFactorRequired, SignInThrottled, TooManyPasskeys] as const,
});
export type BeginPasskeyRegistrationResult =
  PasskeyRegistration | InvalidCredentials | SecondFactorRequired | SignInThrottled | TooManyPasskeys;

export const RegisterPasskeyResult = createUnionType({
  name: 'RegisterPasskeyResult',
  types: () => [PasskeyRegistered, PasskeyRefused] as const,
});
export type RegisterPasskeyResult = PasskeyRegistered | PasskeyRefused;

export const CompleteSignInResult = createUnionType({
  name: 'CompleteSignInResult',
  types: () => [SignedIn, PasskeyRefused] as const,
});
export type CompleteSignInResult = SignedIn | PasskeyRefused;

export const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  types: () => [SecondFactorConfirmed, PasskeyRefused] as const,
});
export type ConfirmSecondFactorResult = SecondFactorConfirmed | PasskeyRefused;

export const RemovePasskeysResult = createUnionType({
  name: 'RemovePasskeysResult',
  types: () => [PasskeysRemoved, SecondFactorRequired] as const,
});
export type RemovePasskeysResult = PasskeysRemoved | SecondFactorRequired;
