/** Pixels: some 800 to the inch of a card. */
const WIDTH = 900;
/** Of the largest letters, as 11 points are of the column of a card. */
const LARGEST = 120;
const SMALLEST = 24;
const LINE = 1.25;

/** A text in whatever script, as the browser writes it. @param ratio width to height @returns a PNG, letters black on nothing */
export async function nameAsPicture(text: string, ratio: number): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(WIDTH, Math.round(WIDTH / ratio));
  const context = canvas.getContext('2d')!;
  const words = text.split(/\s+/);
  let size = LARGEST;
  let lines: readonly string[];
  for (;;) {
    context.font = `600 ${size}px system-ui, sans-serif`;
    lines = linesOf(context, words);
    const fits = lines.length * size * LINE <= canvas.height && lines.every((line) => widthOf(context, line) <= WIDTH);
    if (fits || size <= SMALLEST) break;
    size -= 4;
  }
  context.textBaseline = 'top';
  lines.forEach((line, index) => context.fillText(line, 0, index * size * LINE, WIDTH));
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}

const widthOf = (context: OffscreenCanvasRenderingContext2D, text: string): number => context.measureText(text).width;

/** As many words on each line as fit. */
function linesOf(context: OffscreenCanvasRenderingContext2D, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(context, longer) <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
