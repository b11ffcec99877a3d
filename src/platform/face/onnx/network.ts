import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type StageInput } from '../pack.js';

type Floats<Names extends readonly string[]> = { [Name in keyof Names]: Float32Array };

/** One ONNX network on one core: the cores are shared out among the pool's threads, not within a network. */
export class Network {
  private constructor(
    private readonly session: InferenceSession,
    private readonly input: StageInput,
  ) {}

  static async load(file: string, input: StageInput): Promise<Network> {
    const session = await InferenceSession.create(file, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    return new Network(session, input);
  }

  /**
   * @param values planes × height × width as the manifest says
   * @returns the values of each output, in the order asked for
   * @throws Error when the network has no output of one of these names, or it is not of float32
   */
  async run<Names extends readonly string[]>(values: Float32Array, ...outputs: Names): Promise<Floats<Names>> {
    const { name, width, height, mean } = this.input;
    const input = new Tensor('float32', values, [1, mean.length, height, width]);
    const results = await this.session.run({ [name]: input }, outputs);
    return outputs.map((output) => floats(output, results[output])) as Floats<Names>;
  }
}

function floats(name: string, tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error(`The network's output ${name} is ${tensor?.type ?? 'missing'} where float32 is needed.`);
}
