import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Batch } from '../../../platform/events/follow-all.js';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { OpenValidationInput, ValidationsArgs, ValidationsChangedArgs } from './attempt.inputs.js';
import {
  OpenValidationResult,
  ValidationAttempt,
  ValidationConnection,
  ValidationResult,
  ValidationsChange,
} from './attempt.type.js';
import { AttemptsService } from './attempts.service.js';

@Resolver(() => ValidationAttempt)
export class AttemptsResolver {
  constructor(private readonly attempts: AttemptsService) {}

  @Mutation(() => OpenValidationResult)
  @AtDoor()
  @Allow(Permission.ValidationOpen)
  openValidation(@Args('input') input: OpenValidationInput, @CurrentActor() actor: Actor) {
    return this.attempts.open(input, actor);
  }

  @Query(() => ValidationAttempt)
  @AtDoor()
  @Allow(Permission.ValidationRead)
  validation(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.attempts.get(id, actor);
  }

  @Query(() => ValidationConnection)
  @Allow(Permission.ValidationList)
  validations(@Args() args: ValidationsArgs) {
    return this.attempts.list(args);
  }

  @Subscription(() => ValidationAttempt, {
    description:
      'The attempt now and after each change, or after several that came together; completes when it is final.',
    resolve: (attempt: ValidationAttempt) => attempt,
  })
  @Allow(Permission.ValidationRead)
  validationChanged(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.attempts.follow(id, actor);
  }

  @Subscription(() => ValidationsChange, {
    description:
      'Every attempt that is made or changes, of one checkpoint or of all, at most twice a second. The first answer comes ' +
      'at once and says `reload`.',
    resolve: ({ rows, reload }: Batch<ValidationAttempt>) => new ValidationsChange(rows, reload),
  })
  @Allow(Permission.ValidationList)
  validationsChanged(@Args() { checkpointId }: ValidationsChangedArgs) {
    return this.attempts.followAll(checkpointId ?? null);
  }

  @ResolveField(() => ValidationResult, { nullable: true, description: 'Null until final.' })
  result(@Parent() attempt: ValidationAttempt) {
    return this.attempts.result(attempt);
  }
}
