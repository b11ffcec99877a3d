/**
 * Where a PIN is typed. Failures count for each by itself: who tries out PINs at an unattended door shuts neither the way
 * with an operator nor the person's own page.
 */
export const PIN_PLACES = ['CHECKPOINT', 'OPERATOR', 'OWN_PAGE'] as const;
export type PinPlace = (typeof PIN_PLACES)[number];
