import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../../common/context/anyone-may.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import {
  type Actor,
  Allow,
  type AuthenticatedRequest,
  CurrentActor,
  CurrentRequest,
  Permission,
  SessionsEnded,
} from '../../auth/index.js';
import { OpenHolderSessionInput } from './holder.inputs.js';
import { HolderInvitation, OpenHolderSessionResult } from './holder.type.js';
import { HoldersService } from './holders.service.js';

@Resolver(() => HolderInvitation)
export class HoldersResolver {
  constructor(private readonly holders: HoldersService) {}

  @Mutation(() => HolderInvitation, {
    description:
      'For a registrar to hand to the person: a link to their own page, good once and for two days. An earlier one ' +
      'ends; a person without a pass gets one. Repeating it makes another.',
  })
  @Allow(Permission.CredentialManage)
  issueHolderInvitation(@IdArg('personId') personId: string, @CurrentActor() actor: Actor) {
    return this.holders.invite(personId, actor);
  }

  @Mutation(() => OpenHolderSessionResult, {
    description: 'With the code of an invitation, once. A browser also gets a cookie, for `refreshHolderSession`.',
  })
  @AnyoneMay('holds the code of an invitation, checked by the service')
  openHolderSession(@Args('input') input: OpenHolderSessionInput, @CurrentRequest() request: AuthenticatedRequest) {
    return this.holders.open(input.code, request);
  }

  @Mutation(() => SessionsEnded, {
    description: 'For a lost phone: the person’s pages close at once, and an invitation not used yet is void.',
  })
  @Allow(Permission.CredentialManage)
  endHolderSessions(@IdArg('personId') personId: string, @CurrentActor() actor: Actor) {
    return this.holders.endSessions(personId, actor);
  }
}
