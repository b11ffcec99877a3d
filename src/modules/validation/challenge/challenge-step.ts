import { registerEnumType } from '@nestjs/graphql';

/** What a person is asked to do before the camera. */
export enum ChallengeStep {
  LOOK_LEFT = 'LOOK_LEFT',
  LOOK_RIGHT = 'LOOK_RIGHT',
  BLINK = 'BLINK',
  COME_CLOSER = 'COME_CLOSER',
}
registerEnumType(ChallengeStep, {
  name: 'ChallengeStep',
  description:
    'LOOK_LEFT and LOOK_RIGHT: turn the head to one’s own left or right, about 30°. BLINK: close both eyes. COME_CLOSER: until the face is a third larger. Between two steps: back to looking straight.',
});
