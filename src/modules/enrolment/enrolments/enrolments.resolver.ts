import { Args, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { OfPersonArgs } from '../persons/of-person.args.js';
import { OpenEnrolmentInput } from './enrolment.inputs.js';
import { Enrolment, EnrolmentConnection, OpenEnrolmentResult } from './enrolment.type.js';
import { EnrolmentsService } from './enrolments.service.js';

@Resolver(() => Enrolment)
export class EnrolmentsResolver {
  constructor(private readonly service: EnrolmentsService) {}

  @Mutation(() => OpenEnrolmentResult)
  @Allow(Permission.EnrolmentManage)
  openEnrolment(@Args('input') input: OpenEnrolmentInput, @CurrentActor() actor: Actor) {
    return this.service.open(input, actor);
  }

  @Query(() => Enrolment)
  @Allow(Permission.PersonRead)
  enrolment(@IdArg() id: string) {
    return this.service.get(id);
  }

  @Query(() => EnrolmentConnection, { description: 'Of one person, newest first.' })
  @Allow(Permission.PersonRead)
  enrolments(@Args() { personId, ...page }: OfPersonArgs) {
    return this.service.list(personId, page);
  }

  @Subscription(() => Enrolment, {
    description:
      'The enrolment now and after each change, or after several that came together; completes when it has ended.',
    resolve: (enrolment: Enrolment) => enrolment,
  })
  @Allow(Permission.PersonRead)
  enrolmentChanged(@IdArg() id: string) {
    return this.service.follow(id);
  }
}
