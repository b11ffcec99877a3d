import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, CurrentHolder, type HolderActor, Permission } from '../../auth/index.js';
import { ValidationLock } from './lock.type.js';
import { LocksService } from './locks.service.js';

@Resolver(() => ValidationLock)
export class LocksResolver {
  constructor(private readonly locks: LocksService) {}

  @Query(() => ValidationLock)
  @Allow(Permission.LockLift)
  validationLock(@IdArg('personId') personId: string) {
    return this.locks.of(personId);
  }

  @Query(() => ValidationLock, { description: 'As `validationLock`, for the person themself on their own page.' })
  @Allow(Permission.OwnProfile)
  myValidationLock(@CurrentHolder() holder: HolderActor) {
    return this.locks.of(holder.id);
  }

  @Mutation(() => ValidationLock, {
    description: 'Forgets the failed comparisons of a person and of their credentials.',
  })
  @Allow(Permission.LockLift)
  liftLock(@IdArg('personId') personId: string, @CurrentActor() actor: Actor) {
    return this.locks.lift(personId, actor);
  }
}
