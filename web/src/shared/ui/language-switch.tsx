import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, languageOf, LANGUAGES } from '../i18n/start-i18n';

/** Each language in its own name. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl<Language>
      size="xs"
      aria-label={t('language')}
      value={languageOf(i18n)}
      onChange={chooseLanguage}
      data={LANGUAGES.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
    />
  );
}
