import { create } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  type GraphProto,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  TensorProtoSchema,
} from 'onnx-buf';
import { BLOCK, constantsOf, floatsOf } from './constants.js';

/** Replaces PRelu, as far as that can be said in other operations: ONNX Runtime takes a branch in it for each value. */
export function vectorisePRelu(graph: GraphProto): void {
  const constants = constantsOf(graph);
  graph.node = graph.node.flatMap((node) => {
    const slopes = node.opType === 'PRelu' ? constants.get(node.input[1] ?? '') : undefined;
    const values = slopes && channelValues(slopes);
    if (values === undefined) return [node];
    if (values.length % BLOCK === 0) return asConvolutions(node, values, graph);
    return values.every(fallsBelow) ? asMaximum(node) : [node];
  });
  // ONNX Runtime would write a warning for each slope that nothing uses any more.
  const used = new Set(graph.node.flatMap(({ input }) => input));
  graph.initializer = graph.initializer.filter(({ name }) => used.has(name));
}

/** Then `s · x` lies below `x` where x is positive. */
const fallsBelow = (slope: number): boolean => slope <= 1;

/** One slope for each channel of a picture (a tensor of channels × 1 × 1). */
function channelValues(slopes: TensorProto): Float32Array | undefined {
  const [channels, ...rest] = slopes.dims;
  if (rest.length !== 2 || rest.some((size) => size !== 1n)) return undefined;
  const values = floatsOf(slopes);
  return values && BigInt(values.length) === channels ? values : undefined;
}

/**
 * `s · x + (1 − s) · Relu(x)`, the products as convolutions of 1 × 1 in each channel, which leave the channels in their
 * blocks and take the sum in with them. Where no slope is above 1, the Relu comes after its factor and is taken in too.
 */
function asConvolutions(
  { input: [x = ''], output: [output = ''] }: NodeProto,
  slopes: Float32Array,
  graph: GraphProto,
): NodeProto[] {
  const name = (part: string) => `${output}/${part}`;
  const rest = slopes.map((slope) => 1 - slope);
  graph.initializer.push(perChannel(name('slope'), slopes), perChannel(name('rest'), rest));
  const lifted = slopes.every(fallsBelow)
    ? [
        scaling(x, name('rest'), slopes.length, name('stretched')),
        operation('Relu', [name('stretched')], name('lifted')),
      ]
    : [
        operation('Relu', [x], name('positive')),
        scaling(name('positive'), name('rest'), slopes.length, name('lifted')),
      ];
  return [
    ...lifted,
    scaling(x, name('slope'), slopes.length, name('sloped')),
    operation('Add', [name('sloped'), name('lifted')], output),
  ];
}

/** `Max(x, s · x)`: right for slopes up to 1. */
function asMaximum({ input: [x = '', slopes = ''], output: [output = ''] }: NodeProto): NodeProto[] {
  const sloped = `${output}/sloped`;
  return [operation('Mul', [x, slopes], sloped), operation('Max', [x, sloped], output)];
}

const operation = (opType: string, input: string[], output: string): NodeProto =>
  create(NodeProtoSchema, { name: output, opType, input, output: [output] });

function scaling(x: string, weights: string, channels: number, output: string): NodeProto {
  const group = { name: 'group', type: AttributeProto_AttributeType.INT, i: BigInt(channels) };
  const kernel = { name: 'kernel_shape', type: AttributeProto_AttributeType.INTS, ints: [1n, 1n] };
  const node = operation('Conv', [x, weights], output);
  node.attribute = [group, kernel].map((attribute) => create(AttributeProtoSchema, attribute));
  return node;
}

const perChannel = (name: string, values: Float32Array): TensorProto =>
  create(TensorProtoSchema, {
    name,
    dims: [BigInt(values.length), 1n, 1n, 1n],
    dataType: TensorProto_DataType.FLOAT,
    rawData: new Uint8Array(Float32Array.from(values).buffer),
  });
