import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '../../auth/index.js';
import { Language } from '../language.js';
import { RetentionOverview } from './retention-overview.service.js';
import { RetentionRule } from './retention.type.js';

@Resolver(() => RetentionRule)
export class RetentionResolver {
  constructor(private readonly overview: RetentionOverview) {}

  @Query(() => [RetentionRule], { description: 'Every rule of how long things are kept. For AUDITOR and ADMIN.' })
  @Allow(Permission.RetentionRead)
  retention(@Args('language', { type: () => Language, defaultValue: Language.ES }) language: Language) {
    return this.overview.rules(language);
  }
}
