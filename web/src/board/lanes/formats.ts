const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Dates and ages as a card shows them. */
export interface Formats {
  /** Such as 3 Dec. */
  readonly day: (at: string) => string;
  /** In the largest unit that fits, such as 5 d. */
  readonly age: (milliseconds: number) => string;
}

const made = new Map<string, Formats>();

/** Made once for each language: it takes longer than drawing a card. */
export function formatsFor(language: string): Formats {
  const known = made.get(language);
  if (known !== undefined) return known;
  const formats = formatsOf(language);
  made.set(language, formats);
  return formats;
}

function formatsOf(language: string): Formats {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
  const units = UNITS.map(([unit, length]) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' });
    return { length, format: (age: number) => format.format(Math.floor(age / length)) };
  });
  return {
    day: (at) => day.format(new Date(at)),
    age: (age) => (units.find(({ length }) => age >= length) ?? units.at(-1))?.format(age) ?? '',
  };
}
