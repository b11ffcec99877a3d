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
  mean.forEach((offset, plane) => {
    const scale = 1 / (std[plane] ?? 1);
    const channel = channels === 'BGR' ? 2 - plane : plane;
    for (let i = 0, o = plane * area; i < area; i++, o++) planes[o] = ((pixels[3 * i + channel] ?? 0) - offset) * scale;
  });
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
