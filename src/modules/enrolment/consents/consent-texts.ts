/** What a person is shown before they agree. A text is never edited: a change is a new version. */
export interface ConsentTextRecord {
  readonly version: string;
  readonly language: 'es' | 'en';
  readonly body: string;
}

export const CONSENT_TEXTS: readonly ConsentTextRecord[] = [
  {
    version: '2026-1',
    language: 'es',
    body:
      'Acepto que la institución compruebe mi identidad con mi rostro y un código QR en sus puertas y exámenes. ' +
      'De mis fotos se guarda solo una plantilla cifrada; las fotos se borran al procesarlas. Nadie deduce de ellas ' +
      'emociones, edad ni origen. Puedo retirar este consentimiento cuando quiera y sin dar razones: la plantilla se ' +
      'borra en el acto y me identifico de otra forma, sin ninguna desventaja.',
  },
  {
    version: '2026-1',
    language: 'en',
    body:
      'I agree that the institution checks my identity with my face and a QR code at its doors and exams. Of my photos ' +
      'only an encrypted template is kept; the photos are deleted once processed. Nobody infers emotions, age or ' +
      'origin from them. I may withdraw this consent at any time without giving reasons: the template is deleted at ' +
      'once and I identify myself in another way, at no disadvantage.',
  },
];

/** Undefined when there is none of this version and language. */
export const consentTextOf = (version: string, language: string): ConsentTextRecord | undefined =>
  CONSENT_TEXTS.find((text) => text.version === version && text.language === language);
