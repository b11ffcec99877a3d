import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { Person } from '../persons/person.type.js';
import { CONSENT_TEXTS } from './consent-texts.js';
import { RecordConsentInput } from './consent.inputs.js';
import { Consent, ConsentText, RecordConsentResult, WithdrawConsentResult } from './consent.type.js';
import { ConsentsService } from './consents.service.js';

@Resolver(() => Person)
export class ConsentsResolver {
  constructor(private readonly consents: ConsentsService) {}

  @Query(() => [ConsentText])
  @Allow(Permission.SelfRead)
  consentTexts() {
    return CONSENT_TEXTS;
  }

  @Mutation(() => RecordConsentResult)
  @Allow(Permission.ConsentManage)
  recordConsent(@Args('input') input: RecordConsentInput, @CurrentActor() actor: Actor) {
    return this.consents.record(input, actor);
  }

  @Mutation(() => WithdrawConsentResult)
  @Allow(Permission.ConsentManage)
  withdrawConsent(@IdArg('personId') personId: string, @CurrentActor() actor: Actor) {
    return this.consents.withdraw(personId, actor);
  }

  @ResolveField(() => [Consent], { description: 'Newest first, withdrawn ones too.' })
  consentHistory(@Parent() person: Person) {
    return this.consents.history(person.id);
  }
}
