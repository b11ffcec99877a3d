import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { common as commonEn } from './common.en';
import { common as commonEs } from './common.es';
import { sayFieldFaults } from './field-faults';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts of one surface: namespace → texts. */
type Texts = Readonly<Record<string, object>>;

const KEY = 'presente.language';

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);

/** What somebody chose on this device; Spanish until then. */
function chosenLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  return isLanguage(chosen) ? chosen : 'es';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  void i18next.changeLanguage(language);
}

export const languageOf = ({ language }: i18n): Language => (isLanguage(language) ? language : 'es');

/** Call it once, before the page is drawn. Screen readers hear of the language from the document. */
export function startI18n(texts: Readonly<Record<Language, Texts>>): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  const resources: Resource = {
    es: { common: commonEs, ...texts.es },
    en: { common: commonEn, ...texts.en },
  };
  void i18next.use(initReactI18next).init({
    resources,
    lng: chosenLanguage(),
    fallbackLng: 'es',
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  sayFieldFaults(i18next);
}
