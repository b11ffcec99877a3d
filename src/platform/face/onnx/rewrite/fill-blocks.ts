import { type AttributeProto, type GraphProto, type NodeProto, type TensorProto } from 'onnx-buf';
import { BLOCK, constantsOf, floatsOf, setFloats } from './constants.js';

/** A constant with a part for each channel: along its first axis (0), or along its second (1) where it takes them in. */
interface Share {
  readonly tensor: TensorProto;
  readonly axis: 0 | 1;
}

/** Everything that must grow with the channels that one convolution makes. */
interface Channels {
  readonly shares: readonly Share[];
  /** The `group` of each convolution that works on every channel by itself. */
  readonly groups: readonly AttributeProto[];
}

/**
 * Adds channels of zeros until they fill ONNX Runtime's blocks. A network that was pruned to 103 channels is computed
 * plane by plane and rearranged after every convolution; with 112 it stays in blocks. What is zero stays zero through
 * PRelu, Relu and convolutions by channel, and the convolution that takes it in gives it no weight.
 */
export function fillBlocks(graph: GraphProto): void {
  const network = new Wiring(graph);
  for (const node of graph.node) {
    if (node.opType !== 'Conv' || groupOf(node) !== undefined) continue;
    const count = network.outputChannels(node);
    const channels = count % BLOCK === 0 ? undefined : network.channelsOf(node, count);
    if (channels !== undefined) widen(channels, Math.ceil(count / BLOCK) * BLOCK);
  }
}

/** Who uses what in a graph. */
class Wiring {
  private readonly constants: ReadonlyMap<string, TensorProto>;
  private readonly outputs: ReadonlySet<string>;
  private readonly uses: ReadonlyMap<string, readonly NodeProto[]>;

  constructor(graph: GraphProto) {
    this.constants = constantsOf(graph);
    this.outputs = new Set(graph.output.map(({ name }) => name));
    const pairs = graph.node.flatMap((node) => node.input.map((name) => ({ name, node })));
    this.uses = new Map(
      [...Map.groupBy(pairs, ({ name }) => name)].map(([name, users]) => [name, users.map(({ node }) => node)]),
    );
  }

  outputChannels({ input: [, weights = ''] }: NodeProto): number {
    return Number(this.constants.get(weights)?.dims[0] ?? 0);
  }

  /** Undefined where the network gives the channels out, an operation that we don't know takes them, or a constant serves something else too. */
  channelsOf(maker: NodeProto, count: number): Channels | undefined {
    const shares = this.sharesOf(maker, count);
    const groups: AttributeProto[] = [];
    const pictures = maker.output.slice(0, 1);
    for (const picture of pictures) {
      if (this.outputs.has(picture)) return undefined;
      for (const taker of this.uses.get(picture) ?? []) {
        const group = groupOf(taker);
        if (taker.opType === 'Conv' && group === undefined) {
          shares.push(this.shareOf(taker.input[1], 1, count));
          continue;
        }
        if (!worksByChannel(taker, count)) return undefined;
        shares.push(...this.sharesOf(taker, count));
        if (group !== undefined) groups.push(group);
        pictures.push(...taker.output);
      }
    }
    return shares.every((share) => share !== undefined) ? { shares, groups } : undefined;
  }

  /** Of weights, bias or slopes. */
  private sharesOf({ input }: NodeProto, count: number): (Share | undefined)[] {
    return input.slice(1).map((name) => this.shareOf(name, 0, count));
  }

  private shareOf(name = '', axis: Share['axis'], count: number): Share | undefined {
    const tensor = this.constants.get(name);
    if (tensor?.dims[axis] !== BigInt(count) || floatsOf(tensor) === undefined) return undefined;
    return this.uses.get(name)?.length === 1 ? { tensor, axis } : undefined;
  }
}

/** Undefined for a convolution over all channels, and for what is none. */
const groupOf = ({ attribute }: NodeProto): AttributeProto | undefined =>
  attribute.find(({ name, i }) => name === 'group' && i !== 1n);

const worksByChannel = (node: NodeProto, count: number): boolean =>
  node.opType === 'Relu' || node.opType === 'PRelu' || (node.opType === 'Conv' && groupOf(node)?.i === BigInt(count));

function widen({ shares, groups }: Channels, count: number): void {
  for (const { tensor, axis } of shares) {
    const [first = 1, second = 1, ...rest] = tensor.dims.map(Number);
    const dims = axis === 0 ? [count, second, ...rest] : [first, count, ...rest];
    const rows = axis === 0 ? 1 : first;
    setFloats(
      tensor,
      spread(floatsOf(tensor) ?? new Float32Array(), rows, product(dims)),
      dims.slice(0, tensor.dims.length),
    );
  }
  for (const group of groups) group.i = BigInt(count);
}

/** @param rows that grow to the same length, with zeros at the end of each @param size of the result */
function spread(values: Float32Array, rows: number, size: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(size);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row, row + 1].map((edge) => (edge * values.length) / rows);
    out.set(values.subarray(from, to), (row * size) / rows);
  }
  return out;
}

const product = (dims: readonly number[]): number => dims.reduce((total, size) => total * size, 1);
