import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type RgbImage } from '../analyser.js';
import { type StageInput } from '../pack.js';
import { type Crop } from './crop.js';
import { toPlanes } from './planes.js';
import { resample } from './resample.js';
import { rewriteNetwork } from './rewrite/rewrite-network.js';

type Floats<Names extends readonly string[]> = { [Name in keyof Names]: Float32Array };

/**
 * One ONNX network on one core: the cores are shared out among the pool's threads, not within a network. Its input lies
 * in the same memory for every run, so there is one run at a time; made anew it would be megabytes of garbage a frame,
 * whose collection costs more than filling it.
 */
export class Network {
  private readonly pixels: Float32Array;
  private readonly tensor: Tensor;

  private constructor(
    private readonly session: InferenceSession,
    private readonly input: StageInput,
  ) {
    const { width, height, mean } = input;
    this.pixels = new Float32Array(width * height * 3);
    this.tensor = new Tensor('float32', new Float32Array(width * height * mean.length), [
      1,
      mean.length,
      height,
      width,
    ]);
  }

  static async load(file: string, input: StageInput): Promise<Network> {
    const session = await InferenceSession.create(rewriteNetwork(await readFile(file)), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    return new Network(session, input);
  }

  /** On a part of an image, squeezed into the input. @returns and @throws as `onPixels` */
  onCrop<Names extends readonly string[]>(image: RgbImage, crop: Crop, ...outputs: Names): Promise<Floats<Names>> {
    return this.onPixels(resample(image, crop, this.input, this.pixels), ...outputs);
  }

  /**
   * @param pixels of the size of the input: interleaved RGB, 0..255
   * @returns the values of each output, in the order asked for
   * @throws Error when the network has no output of one of these names, or it is not of float32
   */
  async onPixels<Names extends readonly string[]>(pixels: Float32Array, ...outputs: Names): Promise<Floats<Names>> {
    toPlanes(pixels, this.input, this.tensor.data as Float32Array);
    const results = await this.session.run({ [this.input.name]: this.tensor }, outputs);
    return outputs.map((output) => floats(output, results[output])) as Floats<Names>;
  }
}

function floats(name: string, tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error(`The network's output ${name} is ${tensor?.type ?? 'missing'} where float32 is needed.`);
}
