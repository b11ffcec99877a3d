import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** As `<input type="date">` has it, by the clock of this device. */
function dayIn(years: number, days = 0): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + years);
  day.setDate(day.getDate() + days);
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${day.getFullYear()}-${month}-${date}`;
}

/** The default of the server. */
export const inAYear = (): string => dayIn(1);

const LAST_YEARS = 5;

/** The last second of a day, by the clock of this device. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

export const isPossible = (day: string): boolean => day >= dayIn(0, 1) && day <= dayIn(LAST_YEARS, -1);

interface Props {
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** The last day of a card. */
export function ExpiryField({ value, onChange }: Props) {
  const { t } = useTranslation('person');
  return (
    <TextInput
      type="date"
      label={t('card.until')}
      description={t('card.untilHint')}
      required
      min={dayIn(0, 1)}
      max={dayIn(LAST_YEARS, -1)}
      value={value}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}
