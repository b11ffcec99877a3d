import { registerEnumType } from '@nestjs/graphql';

/** Why no face was compared. */
export enum WithoutFaceReason {
  NO_CONSENT = 'NO_CONSENT',
  PREFERENCE = 'PREFERENCE',
  NOT_ENROLLED = 'NOT_ENROLLED',
  FACE_NOT_READABLE = 'FACE_NOT_READABLE',
  FACE_LOCKED = 'FACE_LOCKED',
  ACCESSIBILITY = 'ACCESSIBILITY',
  EQUIPMENT = 'EQUIPMENT',
}
registerEnumType(WithoutFaceReason, {
  name: 'WithoutFaceReason',
  description: 'Why no face is compared. A person need not say why: PREFERENCE is always a reason.',
});

/** What the operator saw. */
export enum Attestation {
  ID_DOCUMENT = 'ID_DOCUMENT',
  KNOWN_PERSON = 'KNOWN_PERSON',
}
registerEnumType(Attestation, {
  name: 'Attestation',
  description:
    'ID_DOCUMENT: compared the person with their document. KNOWN_PERSON: knows the person of the QR by sight.',
});
