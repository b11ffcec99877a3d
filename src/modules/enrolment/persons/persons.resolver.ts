import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { RegisterPersonInput } from './person.inputs.js';
import { Person, PersonConnection, RegisterPersonResult } from './person.type.js';
import { PersonsService } from './persons.service.js';

@Resolver(() => Person)
export class PersonsResolver {
  constructor(private readonly service: PersonsService) {}

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

  @Query(() => PersonConnection)
  @Allow(Permission.PersonRead)
  persons(@Args() page: PageArgs) {
    return this.service.list(page);
  }

  @Mutation(() => RegisterPersonResult)
  @Allow(Permission.PersonManage)
  registerPerson(@Args('input') input: RegisterPersonInput, @CurrentActor() actor: Actor) {
    return this.service.register(input, actor);
  }
}
