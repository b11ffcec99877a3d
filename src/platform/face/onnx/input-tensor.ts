import { Tensor } from 'onnxruntime-node';
import { type RgbImage } from '../analyser.js';
import { type StageInput } from '../pack.js';
import { type Crop } from './crop.js';
import { LUMA, toPlanes } from './planes.js';
import { type Normalisation, type RgbPlanes, type Resampler } from './resampler.js';

/** What a network reads: always the same memory, filled anew. Made anew it would be megabytes of garbage a frame. */
export class InputTensor {
  readonly tensor: Tensor;
  private readonly values: Float32Array;
  private readonly planes: RgbPlanes;
  private readonly normalisation: Normalisation;

  constructor(
    private readonly input: StageInput,
    private readonly resampler: Resampler,
  ) {
    const { width, height, mean, channels } = input;
    const area = width * height;
    this.values = new Float32Array(area * mean.length);
    this.tensor = new Tensor('float32', this.values, [1, mean.length, height, width]);
    const colours = channels === 'GREY' ? new Float32Array(area * 3) : this.values;
    const planes = inRgb(
      [0, 1, 2].map((plane) => colours.subarray(plane * area, (plane + 1) * area)),
      channels,
    );
    this.planes = planes as RgbPlanes;
    this.normalisation = normalisationOf(input);
  }

  /** Squeezes a part of an image into it. */
  fillFromCrop(image: RgbImage, crop: Crop): void {
    this.resampler.resample(image, crop, this.input, this.normalisation, this.planes);
    if (this.input.channels === 'GREY') addUp(this.planes, this.values);
  }

  /** @param pixels of its size: interleaved RGB, 0..255 */
  fillFromPixels(pixels: Float32Array): void {
    toPlanes(pixels, this.input, this.values);
  }
}

/** The other way round where the network wants blue first. */
const inRgb = <T>(values: readonly T[], channels: StageInput['channels']): readonly T[] =>
  channels === 'BGR' ? values.toReversed() : values;

/** For grey, what the three colours have to be multiplied by so that their sum is the normalised luma. */
function normalisationOf(input: StageInput): Normalisation {
  if (input.channels === 'GREY') {
    const [[mean], [std]] = [input.mean, input.std];
    const [red, green, blue] = LUMA;
    return { scale: [red / std, green / std, blue / std], shift: [-mean / std, 0, 0] };
  }
  const { channels, mean, std } = input;
  const scale = inRgb(
    std.map((deviation) => 1 / deviation),
    channels,
  );
  const shift = inRgb(
    mean.map((value, plane) => -value / (std[plane] ?? 1)),
    channels,
  );
  return { scale, shift } as unknown as Normalisation;
}

function addUp([red, green, blue]: RgbPlanes, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = (red[i] ?? 0) + (green[i] ?? 0) + (blue[i] ?? 0);
}
