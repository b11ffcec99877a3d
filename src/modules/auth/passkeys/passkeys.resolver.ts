import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../../common/context/anyone-may.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type AuthenticatedRequest, CurrentRequest, CurrentUser, type UserActor } from '../actor.js';
import { Allow } from '../allow.decorator.js';
import { Permission } from '../permissions.js';
import { PasskeyAnswerInput, PasskeyRegistrationInput, RegisterPasskeyInput } from './passkey.inputs.js';
import {
  BeginPasskeyRegistrationResult,
  CompleteSignInResult,
  ConfirmSecondFactorResult,
  Passkey,
  RegisterPasskeyResult,
  RemovePasskeysResult,
} from './passkey.type.js';
import { PasskeysService } from './passkeys.service.js';

@Resolver(() => Passkey)
export class PasskeysResolver {
  constructor(private readonly passkeys: PasskeysService) {}

  @Mutation(() => CompleteSignInResult)
  @AnyoneMay('answers a challenge that only the right password gets')
  completeSignIn(@Args('input') input: PasskeyAnswerInput, @CurrentRequest() request: AuthenticatedRequest) {
    return this.passkeys.completeSignIn(input, request);
  }

  @Mutation(() => ConfirmSecondFactorResult)
  @Allow(Permission.SelfManage)
  confirmSecondFactor(@Args('input') input: PasskeyAnswerInput, @CurrentUser() actor: UserActor) {
    return this.passkeys.confirm(input, actor);
  }

  @Query(() => [Passkey])
  @Allow(Permission.SelfRead)
  myPasskeys(@CurrentUser() actor: UserActor) {
    return this.passkeys.listOf(actor);
  }

  @Mutation(() => BeginPasskeyRegistrationResult)
  @Allow(Permission.SelfManage)
  beginPasskeyRegistration(@Args('input') { password }: PasskeyRegistrationInput, @CurrentUser() actor: UserActor) {
    return this.passkeys.beginRegistration(password, actor);
  }

  @Mutation(() => RegisterPasskeyResult)
  @Allow(Permission.SelfManage)
  registerPasskey(@Args('input') input: RegisterPasskeyInput, @CurrentUser() actor: UserActor) {
    return this.passkeys.register(input, actor);
  }

  @Mutation(() => RemovePasskeysResult)
  @Allow(Permission.SelfManage)
  removePasskey(@IdArg() id: string, @CurrentUser() actor: UserActor) {
    return this.passkeys.remove(id, actor);
  }

  @Mutation(() => RemovePasskeysResult)
  @Allow(Permission.UserManage)
  resetPasskeys(@IdArg('userId') userId: string, @CurrentUser() actor: UserActor) {
    return this.passkeys.reset(userId, actor);
  }
}
