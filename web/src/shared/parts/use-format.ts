import { useTranslation } from 'react-i18next';
import { languageOf } from '../i18n/start-i18n';

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Moments and numbers as they are written in the chosen language. */
export function useFormat() {
  const { i18n } = useTranslation();
  return formatsOf(languageOf(i18n));
}

type Formats = ReturnType<typeof makeFormats>;

/** One for a language: a list of a thousand rows would make seven thousand of the browser's formatters, which are slow to make. */
const made = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  const formats = made.get(language) ?? makeFormats(language);
  made.set(language, formats);
  return formats;
}

function makeFormats(language: string) {
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' });
  const precise = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  const short = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const duration = (unit: string) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
  return {
    /** Down to the second. */
    full: (at: string) => full.format(new Date(at)),
    /** Of this year, down to the millisecond. */
    precise: (at: string) => precise.format(new Date(at)),
    short: (at: string) => short.format(new Date(at)),
    day: (at: string) => day.format(new Date(at)),
    hour: (at: string | number) => hour.format(new Date(at)),
    number: (value: number) => number.format(value),
    /** @param share 0..1 */
    percent: (share: number) => percent.format(share),
    /** Such as "3 minutes ago"; up to a minute "now". */
    relative: (at: string, now: number) => {
      const seconds = (Date.parse(at) - now) / 1_000;
      const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', Infinity];
      return relative.format(Math.trunc(seconds / length), unit);
    },
    /** The largest unit that fits, such as "5 min". */
    duration: (seconds: number) => {
      const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
      return duration(unit).format(Math.round(seconds / length));
    },
  };
}
