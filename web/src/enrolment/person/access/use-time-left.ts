import { useTranslation } from 'react-i18next';

const UNITS = [
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time down to its second unit, such as "47 h 59 min". */
export function useTimeLeft(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return (seconds) => {
    const first = Math.max(
      0,
      UNITS.findIndex(([, length]) => seconds >= length),
    );
    let rest = seconds;
    return UNITS.slice(first, first + 2)
      .map(([unit, length]) => {
        const count = Math.floor(rest / length);
        rest -= count * length;
        return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
      })
      .join(' ');
  };
}
