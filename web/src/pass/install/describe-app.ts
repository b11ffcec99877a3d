import i18next from 'i18next';

/** What the system is told of the page, in its language: the name of the tab and of what may be installed. */
export function describeApp(language: string): void {
  document.title = `${i18next.t('common:brand')} · ${i18next.t('pass:title')}`;
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/pass/app.${language}.webmanifest`);
}
