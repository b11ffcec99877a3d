import { type AttributeProto, type GraphProto, type NodeProto, type TensorProto } from 'onnx-buf';
import { BLOCK, constantsOf, floatsOf, setFloats } from './constants.js';

/** A constant with a part for each channel: along its first axis (0), or along its second (1) where it takes them in. */
interface Share {
  readonly tensor: TensorProto;
  readonly axis: 0 | 1;
}

/** Everything that has a part for each of the channels that one convolution makes. */
interface Channels {
  readonly shares: readonly Share[];
  /** The `group` of each convolution that works on every channel by itself. */
  readonly groups: readonly AttributeProto[];
}

/**
 * Takes out channels to which no convolution gives any weight, and adds channels of zeros until the others fill ONNX Runtime's
 * blocks. Training leaves the first: more than half of the channels of an embedder's widest layers. A network that was
 * pruned to 103 channels is computed plane by plane and rearranged after every convolution; with 112 it stays in blocks.
 * What is zero stays zero through PRelu, Relu and convolutions by channel, and the convolution that takes it in gives it
 * no weight. So the results are the same.
 */
export function fitChannels(graph: GraphProto): void {
  const network = new Wiring(graph);
  for (const node of graph.node) {
    if (node.opType !== 'Conv' || groupOf(node) !== undefined) continue;
    const count = network.outputChannels(node);
    const channels = network.channelsOf(node, count);
    if (channels === undefined) continue;
    const weighed = weighedOf(channels, count);
    const fitting = Math.max(1, Math.ceil(weighed.length / BLOCK)) * BLOCK;
    if (fitting !== count) resize(channels, weighed, fitting);
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

/** Which channels matter to what takes them in, ascending. */
function weighedOf({ shares }: Channels, count: number): number[] {
  const weighed = new Set<number>();
  for (const { tensor, axis } of shares) {
    if (axis === 0) continue;
    const part = product(tensor.dims.slice(2).map(Number));
    floatsOf(tensor)?.forEach((value, index) => {
      if (value !== 0) weighed.add(Math.floor(index / part) % count);
    });
  }
  return [...weighed].toSorted((a, b) => a - b);
}

/** @param kept channels, in their new order @param count of channels then; those beyond the kept ones are zeros */
function resize({ shares, groups }: Channels, kept: readonly number[], count: number): void {
  for (const { tensor, axis } of shares) {
    const dims = tensor.dims.map(Number);
    const rows = axis === 0 ? 1 : (dims[0] ?? 1);
    const values = floatsOf(tensor) ?? new Float32Array();
    setFloats(tensor, chosen(values, rows, dims[axis] ?? 1, kept, count), dims.with(axis, count));
  }
  for (const group of groups) group.i = BigInt(count);
}

/** @param rows of equal length, each of `before` parts, of which the kept ones begin the rows of `after` parts that are given back */
function chosen(values: Float32Array, rows: number, before: number, kept: readonly number[], after: number) {
  const part = values.length / rows / before;
  const out = new Float32Array(rows * after * part);
  for (let row = 0; row < rows; row++) {
    kept.forEach((channel, place) => {
      const from = (row * before + channel) * part;
      out.set(values.subarray(from, from + part), (row * after + place) * part);
    });
  }
  return out;
}

const product = (dims: readonly number[]): number => dims.reduce((total, size) => total * size, 1);
