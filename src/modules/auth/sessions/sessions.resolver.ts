import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../../common/context/anyone-may.js';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type AuthenticatedRequest, CurrentRequest, CurrentUser, type UserActor } from '../actor.js';
import { Allow } from '../allow.decorator.js';
import { Permission } from '../permissions.js';
import { RefreshSessionResult, Session, SessionConnection, SessionsEnded } from './session.type.js';
import { SessionsService } from './sessions.service.js';

@Resolver(() => Session)
export class SessionsResolver {
  constructor(private readonly sessions: SessionsService) {}

  @Mutation(() => RefreshSessionResult)
  @AnyoneMay('holds a refresh token, checked by the service')
  refreshSession(@CurrentRequest() request: AuthenticatedRequest) {
    return this.sessions.refresh(request);
  }

  @Query(() => SessionConnection)
  @Allow(Permission.SelfRead)
  mySessions(@Args() page: PageArgs, @CurrentUser() actor: UserActor) {
    return this.sessions.listOf(actor, page);
  }

  @Mutation(() => SessionsEnded)
  @Allow(Permission.SelfManage)
  endSession(@IdArg() id: string, @CurrentUser() actor: UserActor) {
    return this.sessions.end(id, actor);
  }

  @Mutation(() => SessionsEnded)
  @Allow(Permission.SelfManage)
  signOut(@CurrentUser() actor: UserActor, @CurrentRequest() request: AuthenticatedRequest) {
    return this.sessions.signOut(actor, request);
  }

  @Mutation(() => SessionsEnded)
  @Allow(Permission.SelfManage)
  signOutEverywhere(@CurrentUser() actor: UserActor, @CurrentRequest() request: AuthenticatedRequest) {
    return this.sessions.signOutEverywhere(actor, request);
  }
}
