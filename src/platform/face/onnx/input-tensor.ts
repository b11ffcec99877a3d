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
    const plane = (index: number) => colours.subarray(index * area, (index + 1) * area);
    this.planes = inRgb([plane(0), plane(1), plane(2)], channels);
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

type Three<T> = readonly [T, T, T];

/** The other way round where the network wants blue first. */
const inRgb = <T>([first, second, third]: Three<T>, channels: StageInput['channels']): Three<T> =>
  channels === 'BGR' ? [third, second, first] : [first, second, third];

/** For grey, what the three colours have to be multiplied by so that their sum is the normalised luma. */
function normalisationOf(input: StageInput): Normalisation {
  if (input.channels === 'GREY') {
    const [[mean], [std]] = [input.mean, input.std];
    const [red, green, blue] = LUMA;
    return { scale: [red / std, green / std, blue / std], shift: [-mean / std, 0, 0] };
  }
  const [mean, std] = [inRgb(input.mean, input.channels), inRgb(input.std, input.channels)];
  return {
    scale: [1 / std[0], 1 / std[1], 1 / std[2]],
    shift: [-mean[0] / std[0], -mean[1] / std[1], -mean[2] / std[2]],
  };
}

function addUp([red, green, blue]: RgbPlanes, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = (red[i] ?? 0) + (green[i] ?? 0) + (blue[i] ?? 0);
}
