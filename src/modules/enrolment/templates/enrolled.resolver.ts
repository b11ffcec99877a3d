import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../persons/person.type.js';
import { TemplatesService } from './templates.service.js';

@Resolver(() => Person)
export class EnrolledResolver {
  constructor(private readonly templates: TemplatesService) {}

  @ResolveField(() => Date, {
    nullable: true,
    description: 'When the photos were taken in that faces are compared with; null when there are none.',
  })
  enrolledAt(@Parent() person: Person) {
    return this.templates.madeAt(person.id);
  }
}
