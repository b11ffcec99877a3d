/** Between letters and their accents once they are apart (Unicode, Combining Diacritical Marks). */
const ACCENTS = /[\u0300-\u036f]/g;

/** The words to look for: nobody has to know where the accents are, or the capitals. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
