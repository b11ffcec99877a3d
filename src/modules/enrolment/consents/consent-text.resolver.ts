import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { consentTextOf } from './consent-texts.js';
import { Consent } from './consent.type.js';

@Resolver(() => Consent)
export class ConsentTextResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'What was agreed to; null when the text is not known here.',
  })
  text(@Parent() { textVersion, language }: Consent) {
    return consentTextOf(textVersion, language)?.body ?? null;
  }
}
