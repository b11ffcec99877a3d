import { Mutation, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../../common/context/anyone-may.js';
import { type AuthenticatedRequest, CurrentHolder, CurrentRequest, type HolderActor } from '../actor.js';
import { Allow } from '../allow.decorator.js';
import { Permission } from '../permissions.js';
import { HolderSessionOpened, RefreshHolderSessionResult } from './holder-session.type.js';
import { HolderSessionsService } from './holder-sessions.service.js';
import { SessionsEnded } from './session.type.js';

@Resolver(() => HolderSessionOpened)
export class HolderSessionsResolver {
  constructor(private readonly sessions: HolderSessionsService) {}

  @Mutation(() => RefreshHolderSessionResult, {
    description: 'For the page of the pass: like `refreshSession`, with the cookie that `openHolderSession` set.',
  })
  @AnyoneMay('holds a refresh token, checked by the service')
  refreshHolderSession(@CurrentRequest() request: AuthenticatedRequest) {
    return this.sessions.refresh(request);
  }

  @Mutation(() => SessionsEnded, { description: 'The person leaves their page on this device.' })
  @Allow(Permission.OwnSession)
  closeHolderSession(@CurrentHolder() holder: HolderActor, @CurrentRequest() request: AuthenticatedRequest) {
    return this.sessions.close(holder, request);
  }
}
