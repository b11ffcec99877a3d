import { useTranslation } from 'react-i18next';
import { languageOf } from '../../shared/i18n/start-i18n';

/** Days as they are written in the chosen language. */
export function useDate(): (at: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(languageOf(i18n), { dateStyle: 'long' });
  return (at) => format.format(new Date(at));
}
