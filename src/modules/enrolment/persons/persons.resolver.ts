import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CorrectPersonInput, PersonsArgs, RegisterPersonInput } from './person.inputs.js';
import { PersonStanding } from './person-standing.js';
import { PersonStandings } from './person-standings.js';
import { CorrectPersonResult, Person, PersonConnection, RegisterPersonResult } from './person.type.js';
import { PersonsService } from './persons.service.js';

@Resolver(() => Person)
export class PersonsResolver {
  constructor(
    private readonly service: PersonsService,
    private readonly standings: PersonStandings,
  ) {}

  @Query(() => Person)
  @Allow(Permission.PersonRead)
  person(@IdArg() id: string) {
    return this.service.get(id);
  }

  @Query(() => Person)
  @Allow(Permission.PersonRead)
  personByExternalId(@Args('externalId') externalId: string) {
    return this.service.getByExternalId(externalId);
  }

  @Query(() => PersonConnection, { description: 'Newest first, without those who were erased.' })
  @Allow(Permission.PersonRead)
  persons(@Args() args: PersonsArgs) {
    return this.service.list(args);
  }

  @Mutation(() => RegisterPersonResult)
  @Allow(Permission.PersonManage)
  registerPerson(@Args('input') input: RegisterPersonInput, @CurrentActor() actor: Actor) {
    return this.service.register(input, actor);
  }

  @Mutation(() => CorrectPersonResult, {
    description: 'All three as they are to be; repeated it changes nothing more.',
  })
  @Allow(Permission.PersonManage)
  correctPerson(@Args('input') input: CorrectPersonInput, @CurrentActor() actor: Actor) {
    return this.service.correct(input, actor);
  }

  @ResolveField(() => PersonStanding)
  standing(@Parent() person: Person) {
    return this.standings.of(person.id);
  }
}
