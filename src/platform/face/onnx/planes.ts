import { type StageInput } from '../pack.js';

/** Shares of red, green and blue in the luma of ITU-R BT.601. */
export const LUMA = [0.299, 0.587, 0.114] as const;

/**
 * Interleaved RGB to what a network reads: a plane for each channel, each value (v − mean) / std.
 * @param pixels `width * height * 3` values, 0..255
 * @param planes gets them, `width * height` for each channel
 */
export function toPlanes(pixels: Float32Array, input: StageInput, planes: Float32Array): void {
  if (input.channels === 'GREY') greyPlane(pixels, input.mean[0], input.std[0], planes);
  else colourPlanes(pixels, input, planes);
}

function colourPlanes(
  pixels: Float32Array,
  { channels, mean, std }: Extract<StageInput, { channels: 'RGB' | 'BGR' }>,
  planes: Float32Array,
): void {
  const area = pixels.length / 3;
  const first = channels === 'BGR' ? 2 : 0;
  const [mean0, mean1, mean2] = mean;
  const [scale0, scale1, scale2] = [1 / std[0], 1 / std[1], 1 / std[2]];
  for (let i = 0, p = 0; i < area; i++, p += 3) {
    planes[i] = ((pixels[p + first] ?? 0) - mean0) * scale0;
    planes[area + i] = ((pixels[p + 1] ?? 0) - mean1) * scale1;
    planes[2 * area + i] = ((pixels[p + 2 - first] ?? 0) - mean2) * scale2;
  }
}

function greyPlane(pixels: Float32Array, mean: number, std: number, plane: Float32Array): void {
  const [red, green, blue] = LUMA;
  for (let i = 0, p = 0; i < plane.length; i++, p += 3) {
    const luma = red * (pixels[p] ?? 0) + green * (pixels[p + 1] ?? 0) + blue * (pixels[p + 2] ?? 0);
    plane[i] = (luma - mean) / std;
  }
}
