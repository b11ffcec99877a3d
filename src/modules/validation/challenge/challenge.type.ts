import { Field, ObjectType } from '@nestjs/graphql';
import { ChallengeStep } from './challenge-step.js';

@ObjectType({
  description:
    'What the person does before the camera, for this attempt alone. Upload up to 8 frames with their times (`capturedAt`): looking straight first, then each step at its height, with a frame looking straight between two of them.',
})
export class Challenge {
  @Field(() => [ChallengeStep], { description: 'To be done in this order, and nothing else.' })
  readonly steps: readonly ChallengeStep[];

  @Field({ description: 'By then the frames must be uploaded.' })
  readonly expiresAt: Date;

  constructor(steps: readonly ChallengeStep[], expiresAt: Date) {
    this.steps = steps;
    this.expiresAt = expiresAt;
  }
}
