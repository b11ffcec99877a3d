import { registerEnumType } from '@nestjs/graphql';

/** Why a validation is looked at. */
export enum ReviewCause {
  INCONCLUSIVE = 'INCONCLUSIVE',
  AWAITS_CONFIRMATION = 'AWAITS_CONFIRMATION',
  FAILED = 'FAILED',
  BY_OPERATOR = 'BY_OPERATOR',
  REPEATED_FAILURES = 'REPEATED_FAILURES',
}
registerEnumType(ReviewCause, {
  name: 'ReviewCause',
  description:
    'INCONCLUSIVE, FAILED: how the validation ended. AWAITS_CONFIRMATION: the face matched, and an operator has to say ' +
    'that it is a person’s (`confirmValidation`). BY_OPERATOR: an operator let somebody in on their word. ' +
    'REPEATED_FAILURES: the fifth within three minutes at one kiosk.',
});

/** What a person decided on it; the validation itself stays as it ended. */
export enum ReviewDecision {
  ACCEPT = 'ACCEPT',
  ASK_AGAIN = 'ASK_AGAIN',
  REJECT = 'REJECT',
  NOTED = 'NOTED',
}
registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description:
    'ACCEPT: the person was let in, or the operator’s word stands; with AWAITS_CONFIRMATION it confirms the validation. ' +
    'ASK_AGAIN: they were sent to try again. REJECT: they were not let in, or the operator’s word was wrong. ' +
    'NOTED: seen; there was nothing to decide. The validation itself stays as it ended.',
});
