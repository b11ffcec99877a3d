export interface FittedText {
  /** Of the letters, in the unit of the box. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** How far lines are apart, in sizes of their letters. */
export const LINE = 1.25;
const STEP = 0.95;

/**
 * The largest letters in which a text stands in a box, whole words on each line. Where not even the smallest do, words are
 * broken, and what still has no room is left out: nothing ever reaches beyond the box.
 * @param widthOf a text at size 1 @param most of the size @param least of it
 */
export function fitText(
  text: string,
  { width, height }: { readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
  { most, least }: { readonly most: number; readonly least: number },
): FittedText {
  const words = text.split(/\s+/);
  for (let size = most; size >= least; size *= STEP) {
    const lines = linesOf(words, width / size, widthOf);
    const fits = lines.length * size * LINE <= height && lines.every((line) => widthOf(line) * size <= width);
    if (fits) return { size, lines };
  }
  const pieces = words.flatMap((word) => piecesOf(word, width / least, widthOf));
  const room = Math.max(1, Math.floor(height / (least * LINE)));
  return { size: least, lines: linesOf(pieces, width / least, widthOf).slice(0, room) };
}

/** As many words on each line as fit. */
function linesOf(words: readonly string[], width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word in parts that each fit. */
function piecesOf(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const pieces: string[] = [''];
  for (const letter of Array.from(word)) {
    const longer = `${pieces.at(-1) ?? ''}${letter}`;
    if (widthOf(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(letter);
  }
  return pieces;
}
