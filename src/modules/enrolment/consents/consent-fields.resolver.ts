import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../auth/index.js';
import { ConsentEvidence, GuardianRelation } from './consent-evidence.type.js';
import { consentTextOf } from './consent-texts.js';
import { type ConsentRow } from './consent.entity.js';
import { Consent } from './consent.type.js';
import { ConsentsService } from './consents.service.js';

@Resolver(() => Consent)
export class ConsentFieldsResolver {
  constructor(private readonly consents: ConsentsService) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'What was agreed to; null when the text is not known here.',
  })
  text(@Parent() { textVersion, language }: Consent) {
    return consentTextOf(textVersion, language)?.body ?? null;
  }

  @ResolveField(() => ConsentEvidence, {
    nullable: true,
    description:
      'For the person themself and for who may read persons: null to others who came upon the consent, as a kiosk does. Null, too, of a ' +
      'consent from before it was asked for, and once the person was erased.',
  })
  evidence(@Parent() consent: ConsentRow, @CurrentActor() actor: Actor) {
    return this.consents.evidenceFor(actor, consent);
  }
}

@Resolver(() => ConsentEvidence)
export class ConsentEvidenceResolver {
  @ResolveField(() => String, { nullable: true, description: 'Of who agreed for the person; null when they did.' })
  guardianName(@Parent() { guardian }: ConsentEvidence) {
    return guardian?.name ?? null;
  }

  @ResolveField(() => GuardianRelation, { nullable: true, description: 'Null when the person gave it.' })
  guardianRelation(@Parent() { guardian }: ConsentEvidence) {
    return guardian?.relation ?? null;
  }
}
