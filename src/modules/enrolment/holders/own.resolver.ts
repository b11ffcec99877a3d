import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentHolder, type HolderActor, Permission } from '../../auth/index.js';
import { Consent, WithdrawConsentResult } from '../consents/consent.type.js';
import { ConsentsService } from '../consents/consents.service.js';
import { Pass, PassResult } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';

/** What a person does on their own page. Nothing here takes the id of a person: it is always that of the session. */
@Resolver(() => Pass)
export class OwnResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly consents: ConsentsService,
  ) {}

  @Query(() => PassResult)
  @Allow(Permission.OwnPass)
  myPass(@CurrentHolder() holder: HolderActor) {
    return this.credentials.drawPass(holder.id);
  }

  @Query(() => Consent, { nullable: true, description: 'The active one; null when there is none.' })
  @Allow(Permission.OwnConsent)
  myConsent(@CurrentHolder() holder: HolderActor) {
    return this.consents.active(holder.id);
  }

  @Mutation(() => WithdrawConsentResult, { description: 'Deletes the template at once, like `withdrawConsent`.' })
  @Allow(Permission.OwnConsent)
  withdrawMyConsent(@CurrentHolder() holder: HolderActor) {
    return this.consents.withdraw(holder.id, holder);
  }
}
