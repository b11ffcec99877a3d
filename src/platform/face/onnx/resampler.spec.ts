import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutBySharp } from '../../../../test/support/cut-by-sharp.js';
import { type RgbImage } from '../analyser.js';
import { type Crop, type Size } from './crop.js';
import { type Normalisation, Resampler, type RgbPlanes } from './resampler.js';

function picture(width: number, height: number, colourAt: (x: number, y: number) => readonly number[]): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3);
  return { data, width, height };
}

const asItIs = { scale: [1, 1, 1], shift: [0, 0, 0] } as const;

/** One for all tests, as in a thread: what one picture leaves behind must not show in the next. */
const resampler = new Resampler();

/** Interleaved RGB. */
function squeezed(image: RgbImage, crop: Crop, size: Size, normalisation: Normalisation = asItIs): Float32Array {
  const planes = [0, 1, 2].map(() => new Float32Array(size.width * size.height));
  resampler.resample(image, crop, size, normalisation, planes as unknown as RgbPlanes);
  return Float32Array.from({ length: size.width * size.height * 3 }, (_, i) => planes[i % 3]![Math.floor(i / 3)]!);
}

const all = ({ width, height }: Size): Crop => ({ left: 0, top: 0, width, height });

/** Waves of several lengths and some grain, different in each channel, the same in every run. */
const busy = picture(640, 480, (x, y) =>
  [1, 2, 3].map(
    (c) => 128 + 60 * Math.sin(x / (7 * c)) * Math.cos(y / 11) + 40 * Math.sin(x * y * c) + 20 * Math.cos(y / 90),
  ),
);

describe('Resampler', () => {
  const sizes: [title: string, crop: Crop, size: Size][] = [
    ['a frame for the detector', all(busy), { width: 320, height: 240 }],
    ['a face for the landmarks', { left: 201, top: 99, width: 171, height: 223 }, { width: 64, height: 64 }],
    ['the surroundings of a face', { left: 83, top: 5, width: 441, height: 470 }, { width: 128, height: 128 }],
    ['many pixels to few', all(busy), { width: 53, height: 47 }],
    ['the last column and row', { left: 639, top: 479, width: 1, height: 1 }, { width: 8, height: 8 }],
  ];
  for (const [title, crop, size] of sizes) {
    it(`gives what sharp gives, to a grey level on average: ${title}`, async () => {
      const [ours, theirs] = [squeezed(busy, crop, size), await cutBySharp(busy, crop, size)];
      const apart = ours.reduce((sum, value, index) => sum + Math.abs(value - theirs[index]!), 0) / ours.length;
      assert.ok(apart < 1, `${apart} grey levels apart`);
    });
  }

  // libvips moves a picture by up to half a pixel when it grows, so here the definition is the measure
  it('grows by straight lines between the middles of pixels', () => {
    const out = squeezed(
      picture(4, 1, (x) => [x * x * 10, 0, 0]),
      all({ width: 4, height: 1 }),
      { width: 8, height: 1 },
    );
    const red = Array.from({ length: 8 }, (_, x) => out[3 * x]!);
    assert.deepEqual(red, [0, 2.5, 7.5, 17.5, 32.5, 52.5, 77.5, 90]);
  });

  it('keeps a colour as it is, to the edges', () => {
    const plain = squeezed(
      picture(97, 61, () => [10, 120, 250]),
      all({ width: 97, height: 61 }),
      { width: 20, height: 70 },
    );
    plain.forEach((value, index) => {
      assert.ok(Math.abs(value - [10, 120, 250][index % 3]!) < 1e-4);
    });
  });

  it('moves nothing: the middle of the picture stays in the middle', () => {
    for (const width of [100, 250, 640, 1_280]) {
      const ramp = picture(width, 4, (x) => [x % 256, Math.floor(x / 256), 0]);
      const out = squeezed(ramp, all(ramp), { width: 64, height: 4 });
      // linear in x, apart from where one channel carries over into the other: so are both halves, mirrored
      const at = (x: number) => out[x * 3]! + 256 * out[x * 3 + 1]!;
      assert.ok(Math.abs((at(31) + at(32)) / 2 - (width - 1) / 2) < 1e-3 * width);
    }
  });

  it('skips no pixel: one bright line counts, wherever it lies', () => {
    for (let line = 0; line < 60; line++) {
      const image = picture(60, 60, (_, y) => (y === line ? [255, 255, 255] : [0, 0, 0]));
      const sum = squeezed(image, all(image), { width: 10, height: 10 }).reduce((total, value) => total + value, 0);
      const fair = (255 * 3 * 100) / 60;
      // at an edge the filter is cut off, which gives the outermost lines more of what is left
      assert.ok(sum > 0.5 * fair && sum < 1.6 * fair, `line ${line} counts ${(sum / fair).toFixed(2)} times`);
    }
  });

  it('gives each colour the scale and the shift of its plane', () => {
    const [scale, shift] = [[1, 0.5, 2] as const, [-10, 0, 7] as const];
    const [before, after] = [asItIs, { scale, shift }].map((normalisation) =>
      squeezed(busy, all(busy), { width: 31, height: 17 }, normalisation),
    );
    after!.forEach((value, index) => {
      assert.ok(Math.abs(value - (before![index]! * scale[index % 3]! + shift[index % 3]!)) < 1e-3);
    });
  });

  it('takes a picture that does not fit into its memory in pieces, and sees no seams', () => {
    const large = picture(1_500, 1_100, (x, y) => [x / 8, y / 5, (x + y) / 11]);
    const out = squeezed(large, { left: 100, top: 50, width: 1_200, height: 1_000 }, { width: 120, height: 100 });
    for (let y = 1; y < 99; y++) {
      for (let x = 1; x < 119; x++) {
        const [red, green] = [out[(y * 120 + x) * 3]!, out[(y * 120 + x) * 3 + 1]!];
        assert.ok(Math.abs(red - (100 + 10 * x + 4.5) / 8) < 1, `${red} in column ${x}`);
        assert.ok(Math.abs(green - (50 + 10 * y + 4.5) / 5) < 1, `${green} in row ${y}`);
      }
    }
  });
});
