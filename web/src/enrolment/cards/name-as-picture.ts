import { fitText, LINE } from './fit-text';

/** Pixels: some 800 to the inch of a card. */
const WIDTH = 900;
/** Of the letters; the largest are what 11 points are of the column of a card. */
const SIZES = { most: 120, least: 60 } as const;
const fontOf = (size: number): string => `600 ${size}px system-ui, sans-serif`;

/** A text in whatever script, as the browser writes it. @param ratio width to height @returns a PNG, letters black on nothing */
export async function nameAsPicture(text: string, ratio: number): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(WIDTH, Math.round(WIDTH / ratio));
  const context = canvas.getContext('2d')!;
  const measured = 100;
  context.font = fontOf(measured);
  const widthOf = (line: string): number => context.measureText(line).width / measured;
  const { size, lines } = fitText(text, canvas, widthOf, SIZES);
  context.font = fontOf(size);
  context.textBaseline = 'top';
  lines.forEach((line, index) => context.fillText(line, 0, index * size * LINE, WIDTH));
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}
