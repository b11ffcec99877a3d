import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentHolder, type HolderActor, Permission } from '../../auth/index.js';
import { Consent, WithdrawConsentResult } from '../consents/consent.type.js';
import { ConsentsService } from '../consents/consents.service.js';
import { CredentialQr, Pass, PassResult } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { drawQr } from '../credentials/draw-qr.js';
import { HolderProfileService } from './holder-profile.service.js';
import { HolderProfile } from './holder-profile.type.js';

/** What a person does on their own page. Nothing here takes the id of a person: it is always that of the session. */
@Resolver(() => Pass)
export class OwnResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly consents: ConsentsService,
    private readonly profiles: HolderProfileService,
  ) {}

  @Query(() => HolderProfile)
  @Allow(Permission.OwnProfile)
  myProfile(@CurrentHolder() holder: HolderActor) {
    return this.profiles.of(holder.id);
  }

  @Query(() => PassResult)
  @Allow(Permission.OwnPass)
  myPass(@CurrentHolder() holder: HolderActor) {
    return this.credentials.drawPass(holder.id);
  }

  /** Pictures take time, and most pages draw the text themselves. */
  @ResolveField(() => CredentialQr)
  qr(@Parent() pass: Pass) {
    return drawQr(pass.text);
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
