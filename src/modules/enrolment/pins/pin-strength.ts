import { registerEnumType } from '@nestjs/graphql';

/** 6 to 12 digits: with five tries before the first wait, one in 200,000 at a guess. */
export const PIN_FORM = /^\d{6,12}$/;

export enum PinWeakness {
  REPEATED = 'REPEATED',
  SEQUENCE = 'SEQUENCE',
  COMMON = 'COMMON',
  EXTERNAL_ID = 'EXTERNAL_ID',
}
registerEnumType(PinWeakness, {
  name: 'PinWeakness',
  description:
    'What a PIN must not be: digits that repeat (000000, 121212), count up or down, are among the first that people ' +
    'try, or stand in the institution’s own id of the person.',
});

/** What is chosen most and neither repeats nor counts. */
const COMMON: ReadonlySet<string> = new Set([
  '100200',
  '102030',
  '111222',
  '112233',
  '112358',
  '123321',
  '142536',
  '147258',
  '147852',
  '159357',
  '159753',
  '258369',
  '314159',
  '741852',
  '789456',
]);
/** Shorter numbers are in too many PINs to mean anything. */
const MIN_ID_DIGITS = 4;

/** Pure. @param externalId the institution's own id of the person @returns empty when the PIN is good */
export function weaknessesOfPin(pin: string, externalId: string): PinWeakness[] {
  const id = externalId.replace(/\D/g, '');
  const found: [weakness: PinWeakness, is: boolean][] = [
    [PinWeakness.REPEATED, /^(\d{1,6})\1+$/.test(pin)],
    [PinWeakness.SEQUENCE, counts(pin, 1) || counts(pin, -1)],
    [PinWeakness.COMMON, COMMON.has(pin)],
    [PinWeakness.EXTERNAL_ID, id.length >= MIN_ID_DIGITS && (id.includes(pin) || pin.includes(id))],
  ];
  return found.filter(([, is]) => is).map(([weakness]) => weakness);
}

/** Whether each digit is `step` from the one before, with 0 next to 9. */
function counts(pin: string, step: 1 | -1): boolean {
  const digits = Array.from(pin, Number);
  return digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + step + 10) % 10);
}
