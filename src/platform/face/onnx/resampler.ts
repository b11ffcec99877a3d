import { type RgbImage } from '../analyser.js';
import { Kernel } from '../kernel.js';
import { type Crop, type Size } from './crop.js';
import { type Taps, tapsOf } from './taps.js';

/** assembly/resample.ts, compiled. Addresses and strides are in bytes. */
interface Resampling {
  mixRows(source: number, stride: number, length: number, weights: number, taps: number, out: number): void;
  squeezeRow(
    row: number,
    firsts: number,
    weights: number,
    taps: number,
    columns: number,
    scale: number,
    red: number,
    green: number,
    blue: number,
  ): void;
}

/** What is written of each value: `value · scale + shift`, for red, green and blue. */
export interface Normalisation {
  readonly scale: readonly [number, number, number];
  readonly shift: readonly [number, number, number];
}

export type RgbPlanes = readonly [red: Float32Array, green: Float32Array, blue: Float32Array];

/** Source bytes in the kernel's memory at once: a frame of 640 × 480 is one piece, the largest pictures take no more. */
const BAND = 1 << 20;

/** Vectors lie at multiples of this. */
const ALIGNMENT = 16;

/** Bytes that the kernel reads or writes beyond the end of a row, at most. */
const OVERRUN = 64;

/**
 * Squeezes parts of pictures to the size of a network's input, in vector instructions. sharp does that as fast, but with
 * five changes of thread, which cost more (docs/adr/0010-face-pipeline.md); the filter is that of its `kernel: 'linear'`.
 * One for each thread: it works in memory of its own.
 */
export class Resampler {
  private readonly kernel = new Kernel<Resampling>('resample');

  /** @param out planes of the given size */
  resample(image: RgbImage, crop: Crop, size: Size, { scale, shift }: Normalisation, out: RgbPlanes): void {
    const [down, across] = [tapsOf(crop.height, size.height), tapsOf(crop.width, size.width)];
    const stride = image.width * 3;
    const rows = Math.min(crop.height, Math.max(down.count, Math.floor(BAND / stride)));
    const at = this.layOut(
      { source: rows * stride, row: crop.width * 12, plane: size.width * size.height * 4 },
      down,
      across,
    );
    this.floats(at.scale, 8).set([...scale, 0, ...shift, 0]);

    let [bandStart, bandEnd] = [0, 0];
    for (let y = 0; y < size.height; y++) {
      const first = down.firsts[y] ?? 0;
      if (first + down.count > bandEnd) {
        [bandStart, bandEnd] = [first, Math.min(crop.height, first + rows)];
        this.copyRows(image, crop.top + bandStart, crop.top + bandEnd, at.source);
      }
      const source = at.source + (first - bandStart) * stride + crop.left * 3;
      const weights = at.down + y * down.count * 4;
      this.kernel.run.mixRows(source, stride, crop.width * 3, weights, down.count, at.row);
      const line = y * size.width * 4;
      const [red, green, blue] = [at.red + line, at.green + line, at.blue + line];
      this.kernel.run.squeezeRow(at.row, at.firsts, at.across, across.count, size.width, at.scale, red, green, blue);
    }
    [at.red, at.green, at.blue].forEach((address, plane) =>
      out[plane]?.set(this.floats(address, size.width * size.height)),
    );
  }

  /** Addresses of all that the kernel needs for one picture; the taps are there. @param bytes of what is still to come */
  private layOut(bytes: { source: number; row: number; plane: number }, down: Taps, across: Taps) {
    let end = this.kernel.free;
    const take = (length: number): number => {
      const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
      end = start + length + OVERRUN;
      return start;
    };
    const addresses = {
      scale: take(32),
      down: take(down.weights.byteLength),
      across: take(across.weights.byteLength),
      firsts: take(across.firsts.byteLength),
      source: take(bytes.source),
      row: take(bytes.row),
      red: take(bytes.plane),
      green: take(bytes.plane),
      blue: take(bytes.plane),
    };
    this.kernel.growTo(end);
    this.floats(addresses.down, down.weights.length).set(down.weights);
    this.floats(addresses.across, across.weights.length).set(across.weights);
    new Int32Array(this.kernel.memory, addresses.firsts, across.firsts.length).set(across.firsts);
    return addresses;
  }

  private copyRows({ data, width }: RgbImage, from: number, to: number, address: number): void {
    const rows = data.subarray(from * width * 3, to * width * 3);
    new Uint8Array(this.kernel.memory, address, rows.length).set(rows);
  }

  private floats(address: number, length: number): Float32Array {
    return new Float32Array(this.kernel.memory, address, length);
  }
}
