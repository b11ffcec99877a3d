import { registerEnumType } from '@nestjs/graphql';

/** How far somebody is, and so what is to be done next. */
export enum PersonStanding {
  NO_CONSENT = 'NO_CONSENT',
  WITHOUT_FACE = 'WITHOUT_FACE',
  NO_FACE = 'NO_FACE',
  NO_CREDENTIAL = 'NO_CREDENTIAL',
  READY = 'READY',
  LOCKED = 'LOCKED',
}
registerEnumType(PersonStanding, {
  name: 'PersonStanding',
  description:
    'What somebody has, and so what is to be done next. NO_CONSENT: nothing but their data. WITHOUT_FACE: no consent, but a credential ' +
    'and a PIN, for the way without a face. NO_FACE: a consent, and no template. NO_CREDENTIAL: neither a card nor a pass that is good now. ' +
    'READY: all of it. LOCKED: so many comparisons failed that somebody has to lift the lock.',
});

/** Failed comparisons in a row from which on waiting does not help (NIST SP 800-63B-4, 3.2.3). */
export const COMPARISON_HARD_STOP = 50;
