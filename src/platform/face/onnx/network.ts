import { readFile } from 'node:fs/promises';
import { InferenceSession, type Tensor } from 'onnxruntime-node';
import { type RgbImage } from '../analyser.js';
import { type StageInput } from '../pack.js';
import { type Crop } from './crop.js';
import { InputTensor } from './input-tensor.js';
import { type Resampler } from './resampler.js';
import { rewriteNetwork } from './rewrite/rewrite-network.js';

type Floats<Names extends readonly string[]> = { [Name in keyof Names]: Float32Array };

/** One ONNX network on one core, one run at a time: the cores are shared out among the pool's threads, not within a network. */
export class Network {
  private constructor(
    private readonly session: InferenceSession,
    private readonly inputName: string,
    private readonly input: InputTensor,
  ) {}

  /** @param resampler of this thread */
  static async load(file: string, input: StageInput, resampler: Resampler): Promise<Network> {
    const session = await InferenceSession.create(rewriteNetwork(await readFile(file)), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    return new Network(session, input.name, new InputTensor(input, resampler));
  }

  /** On a part of an image, squeezed into the input. @returns and @throws as `onPixels` */
  onCrop<Names extends readonly string[]>(image: RgbImage, crop: Crop, ...outputs: Names): Promise<Floats<Names>> {
    this.input.fillFromCrop(image, crop);
    return this.run(outputs);
  }

  /**
   * @param pixels of the size of the input: interleaved RGB, 0..255
   * @returns the values of each output, in the order asked for
   * @throws Error when the network has no output of one of these names, or it is not of float32
   */
  onPixels<Names extends readonly string[]>(pixels: Float32Array, ...outputs: Names): Promise<Floats<Names>> {
    this.input.fillFromPixels(pixels);
    return this.run(outputs);
  }

  private async run<Names extends readonly string[]>(outputs: Names): Promise<Floats<Names>> {
    const results = await this.session.run({ [this.inputName]: this.input.tensor }, outputs);
    return outputs.map((output) => floats(output, results[output])) as Floats<Names>;
  }
}

function floats(name: string, tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error(`The network's output ${name} is ${tensor?.type ?? 'missing'} where float32 is needed.`);
}
