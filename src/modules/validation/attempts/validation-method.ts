import { registerEnumType } from '@nestjs/graphql';
import { CheckpointFactors } from '../checkpoints/checkpoint-factors.js';

/** How a person was, or was to be, recognised. */
export enum ValidationMethod {
  FACE = 'FACE',
  FACE_AND_PIN = 'FACE_AND_PIN',
  QR_PIN_OPERATOR = 'QR_PIN_OPERATOR',
  FACE_AND_OPERATOR = 'FACE_AND_OPERATOR',
}
registerEnumType(ValidationMethod, {
  name: 'ValidationMethod',
  description:
    'How a person is recognised, beside the QR. QR_PIN_OPERATOR is the way without a face; FACE_AND_OPERATOR that of somebody who does no steps.',
});

/** With a face, as the checkpoint asks for it. */
export const methodAt = ({ factors }: { readonly factors: CheckpointFactors }): ValidationMethod =>
  factors === CheckpointFactors.FACE_AND_PIN ? ValidationMethod.FACE_AND_PIN : ValidationMethod.FACE;
