import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../common/context/anyone-may.js';
import { PageArgs } from '../../common/graphql/connection.js';
import { IdArg } from '../../common/graphql/id-arg.js';
import { type Actor, ClientAddress, CurrentActor } from './actor.js';
import { Allow } from './allow.decorator.js';
import { AuthService } from './auth.service.js';
import { CreateUserInput, SetUserRolesInput, SignInInput } from './dto/auth.inputs.js';
import { CreateUserResult, SignInResult } from './dto/auth.results.js';
import { User, UserConnection } from './dto/user.type.js';
import { Permission } from './permissions.js';

@Resolver(() => User)
export class AuthResolver {
  constructor(private readonly auth: AuthService) {}

  @Mutation(() => SignInResult)
  @AnyoneMay('this is how one signs in')
  signIn(@Args('input') input: SignInInput, @ClientAddress() address: string | undefined) {
    return this.auth.signIn(input, address);
  }

  @Query(() => User)
  @Allow(Permission.SelfRead)
  me(@CurrentActor() actor: Actor) {
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
  setUserRoles(@Args('input') { id, roles }: SetUserRolesInput) {
    return this.auth.setRoles(id, roles);
  }

  @Mutation(() => User)
  @Allow(Permission.UserManage)
  setUserDisabled(@IdArg() id: string, @Args('disabled') disabled: boolean) {
    return this.auth.setDisabled(id, disabled);
  }
}
