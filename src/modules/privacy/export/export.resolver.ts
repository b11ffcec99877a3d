import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, CurrentHolder, type HolderActor, Permission } from '../../auth/index.js';
import { Language } from '../language.js';
import { ExportService } from './export.service.js';
import { OwnExportsService } from './own-exports.service.js';
import { ExportMyDataResult, PersonExport } from './person-export.type.js';

@Resolver(() => PersonExport)
export class ExportResolver {
  constructor(
    private readonly exports: ExportService,
    private readonly ownExports: OwnExportsService,
  ) {}

  @Mutation(() => PersonExport, {
    description:
      'Everything that is held on a person, for them. A mutation, because the audit keeps that it was given out.',
  })
  @Allow(Permission.PersonExport)
  exportPerson(
    @IdArg('personId') personId: string,
    @Args('language', { type: () => Language, defaultValue: Language.ES }) language: Language,
    @CurrentActor() actor: Actor,
  ) {
    return this.exports.exportPerson(personId, language, actor.id);
  }

  @Mutation(() => ExportMyDataResult, {
    description: 'As `exportPerson`, for the person themself on their own page; some times a day.',
  })
  @Allow(Permission.OwnExport)
  exportMyData(
    @Args('language', { type: () => Language, defaultValue: Language.ES }) language: Language,
    @CurrentHolder() holder: HolderActor,
  ) {
    return this.ownExports.export(holder, language);
  }
}
