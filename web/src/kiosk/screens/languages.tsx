import { useTranslation } from 'react-i18next';
import { chooseLanguage, languageOf, LANGUAGES } from '../../shared/i18n/start-i18n';

/** Each language in its own name. */
export function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t('language')} className="languages">
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={languageOf(i18n) === language}
          onClick={() => chooseLanguage(language)}
        >
          {t(`languages.${language}`)}
        </button>
      ))}
    </div>
  );
}
