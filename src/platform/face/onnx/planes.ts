import { type StageInput } from '../pack.js';

/**
 * Interleaved RGB to what a network reads: a plane for each channel, each value (v − mean) / std.
 * @param pixels `width * height * 3` values, 0..255
 */
export function toPlanes(pixels: Uint8Array | Float32Array, input: StageInput): Float32Array {
  return input.channels === 'GREY' ? greyPlane(pixels, input.mean[0], input.std[0]) : colourPlanes(pixels, input);
}

function colourPlanes(
  pixels: Uint8Array | Float32Array,
  { channels, mean, std }: Extract<StageInput, { channels: 'RGB' | 'BGR' }>,
): Float32Array {
  const area = pixels.length / 3;
  const planes = new Float32Array(pixels.length);
  const first = channels === 'BGR' ? 2 : 0;
  const [mean0, mean1, mean2] = mean;
  const [scale0, scale1, scale2] = [1 / std[0], 1 / std[1], 1 / std[2]];
  for (let i = 0, p = 0; i < area; i++, p += 3) {
    planes[i] = ((pixels[p + first] ?? 0) - mean0) * scale0;
    planes[area + i] = ((pixels[p + 1] ?? 0) - mean1) * scale1;
    planes[2 * area + i] = ((pixels[p + 2 - first] ?? 0) - mean2) * scale2;
  }
  return planes;
}

/** Luma of ITU-R BT.601. */
function greyPlane(pixels: Uint8Array | Float32Array, mean: number, std: number): Float32Array {
  const plane = new Float32Array(pixels.length / 3);
  for (let i = 0, p = 0; i < plane.length; i++, p += 3) {
    const luma = 0.299 * (pixels[p] ?? 0) + 0.587 * (pixels[p + 1] ?? 0) + 0.114 * (pixels[p + 2] ?? 0);
    plane[i] = (luma - mean) / std;
  }
  return plane;
}
