import { registerEnumType } from '@nestjs/graphql';

/** What is asked for at a checkpoint, beside the QR. */
export enum CheckpointFactors {
  FACE = 'FACE',
  FACE_AND_PIN = 'FACE_AND_PIN',
}
registerEnumType(CheckpointFactors, {
  name: 'CheckpointFactors',
  description: 'What is asked for beside the QR. With FACE_AND_PIN, `openValidation` wants the person’s `pin` too.',
});
