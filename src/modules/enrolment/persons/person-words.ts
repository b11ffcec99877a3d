import { plainText } from '../../../common/plain-text.js';

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Inside of a word for whoever writes it, and left out by whoever searches: O'Brien, Gal·la. */
const INNER_MARKS = /['’ʼ`´·]/g;

/** The words of a name, of an id or of a search: lower case, without accents, in any order. */
export function wordsOf(text: string): string[] {
  const plain = plainText(text.replace(INNER_MARKS, '')).replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The shortest beginning of a word that finds it. */
export const SHORTEST = 2;
/** Of a longer word only so much is compared by the database. */
export const LONGEST = 24;

/** What finds a word while it is typed: its beginnings, shortest first. */
export function beginningsOf(word: string): string[] {
  const letters = Array.from(word).slice(0, LONGEST);
  return letters.slice(SHORTEST - 1).map((_, index) => letters.slice(0, index + SHORTEST).join(''));
}

/** Whether each of the words begins one of `text`'s. */
export function isFoundBy(words: readonly string[], text: string): boolean {
  const own = wordsOf(text);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
