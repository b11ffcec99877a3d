import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../common/context/anyone-may.js';
import { PageArgs } from '../../common/graphql/connection.js';
import { IdArg } from '../../common/graphql/id-arg.js';
import {
  type Actor,
  type AuthenticatedRequest,
  CurrentActor,
  CurrentRequest,
  CurrentUser,
  type UserActor,
} from './actor.js';
import { Allow } from './allow.decorator.js';
import { AuthService } from './auth.service.js';
import { ChangePasswordInput, CreateUserInput, SetUserRolesInput, SignInInput } from './dto/auth.inputs.js';
import { ChangePasswordResult, CreateUserResult, SignInResult } from './dto/auth.results.js';
import { User, UserConnection } from './dto/user.type.js';
import { Permission } from './permissions.js';

@Resolver(() => User)
export class AuthResolver {
  constructor(private readonly auth: AuthService) {}

  @Mutation(() => SignInResult)
  @AnyoneMay('this is how one signs in')
  signIn(@Args('input') input: SignInInput, @CurrentRequest() request: AuthenticatedRequest) {
    return this.auth.signIn(input, request);
  }

  @Mutation(() => ChangePasswordResult)
  @Allow(Permission.SelfManage)
  changePassword(@Args('input') input: ChangePasswordInput, @CurrentUser() actor: UserActor) {
    return this.auth.changePassword(input, actor);
  }

  @Query(() => User)
  @Allow(Permission.SelfRead)
  me(@CurrentUser() actor: UserActor) {
    return this.auth.get(actor.id);
  }

  @Query(() => UserConnection)
  @Allow(Permission.UserRead)
  users(@Args() page: PageArgs) {
    return this.auth.list(page);
  }

  @Mutation(() => CreateUserResult)
  @Allow(Permission.UserManage)
  createUser(@Args('input') input: CreateUserInput, @CurrentActor() actor: Actor) {
    return this.auth.create(input, actor);
  }

  @Mutation(() => User)
  @Allow(Permission.UserManage)
  setUserRoles(@Args('input') { id, roles }: SetUserRolesInput, @CurrentActor() actor: Actor) {
    return this.auth.setRoles(id, roles, actor);
  }

  @Mutation(() => User)
  @Allow(Permission.UserManage)
  setUserDisabled(@IdArg() id: string, @Args('disabled') disabled: boolean, @CurrentActor() actor: Actor) {
    return this.auth.setDisabled(id, disabled, actor);
  }
}
