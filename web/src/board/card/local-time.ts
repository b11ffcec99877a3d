const MINUTE_MS = 60_000;
/** When a working day ends, by default. */
const END_OF_DAY = 18;

/** A moment as a field for date and time has it, in the time zone of this browser. */
export function toField(at: string | null): string {
  if (at === null) return '';
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** @returns null where nothing was typed */
export const fromField = (value: string): string | null => (value === '' ? null : new Date(value).toISOString());

/** The end of the working day so many days from today. */
export function inDays(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(END_OF_DAY, 0, 0, 0);
  return at.toISOString();
}
