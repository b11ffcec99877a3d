import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { ImportPersonsInput } from './import.inputs.js';
import { PersonsImported } from './import.type.js';
import { ImportsService } from './imports.service.js';

@Resolver()
export class ImportsResolver {
  constructor(private readonly imports: ImportsService) {}

  @Mutation(() => PersonsImported, {
    description: 'Registers up to 500 persons at once, all of those who can be or, when something fails, nobody.',
  })
  @Allow(Permission.PersonManage)
  importPersons(@Args('input') input: ImportPersonsInput, @CurrentActor() actor: Actor) {
    return this.imports.import(input, actor);
  }
}
