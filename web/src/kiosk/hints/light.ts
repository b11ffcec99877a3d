interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const wholeOf = ({ width, height }: ImageData): Box => ({ x: 0, y: 0, width, height });

/** Mean brightness, 0..255, of a part of the picture. */
export function lightOf(pixels: ImageData, box: Box = wholeOf(pixels)): number {
  let [sum, count] = [0, 0];
  forEachIn(pixels, box, (at) => {
    sum += greenAt(pixels, at);
    count++;
  });
  return count === 0 ? 0 : sum / count;
}

/** Variance of the Laplacian of the green channel: how much there is of edges. */
export function sharpnessOf(pixels: ImageData, box: Box): number {
  const { width } = pixels;
  let [sum, squares, count] = [0, 0, 0];
  forEachIn(pixels, box, (at) => {
    const around =
      greenAt(pixels, at - 1) + greenAt(pixels, at + 1) + greenAt(pixels, at - width) + greenAt(pixels, at + width);
    const value = around - 4 * greenAt(pixels, at);
    sum += value;
    squares += value * value;
    count++;
  });
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

const greenAt = ({ data }: ImageData, at: number): number => data[at * 4 + 1] ?? 0;

/** Every pixel of the box that has neighbours, by its place in the rows. */
function forEachIn({ width, height }: ImageData, box: Box, look: (at: number) => void): void {
  const [left, top] = [Math.max(1, Math.ceil(box.x)), Math.max(1, Math.ceil(box.y))];
  const [right, bottom] = [Math.min(width - 1, box.x + box.width), Math.min(height - 1, box.y + box.height)];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) look(y * width + x);
}
