import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  type GraphProto,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  TensorProtoSchema,
} from 'onnx-buf';

const FLOAT: number = TensorProto_DataType.FLOAT;

/** From here on Mul and Max broadcast as PRelu does. */
const OLDEST_OPSET = 8n;

/** ONNX Runtime keeps pictures in blocks of so many channels from convolution to convolution, where the processor has AVX-512 (8 with AVX2). */
const BLOCK = 16;

/**
 * The same network without PRelu, as far as that can be said in operations that ONNX Runtime computes with vector
 * instructions: PRelu takes a branch for each value. A third to a half less time on the networks that use it
 * (docs/adr/0010-face-pipeline.md); the results are the same but for rounding.
 * @param model an ONNX file whose hash was checked
 */
export function vectorisePRelu(model: Uint8Array): Uint8Array {
  const decoded = fromBinary(ModelProtoSchema, model);
  const opset = decoded.opsetImport.find(({ domain }) => domain === '')?.version ?? 0n;
  if (decoded.graph === undefined || opset < OLDEST_OPSET) return model;
  rewrite(decoded.graph);
  return toBinary(ModelProtoSchema, decoded);
}

function rewrite(graph: GraphProto): void {
  const constants = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  graph.node = graph.node.flatMap((node) => {
    const slopes = node.opType === 'PRelu' ? constants.get(node.input[1] ?? '') : undefined;
    const values = slopes && channelValues(slopes);
    if (values === undefined) return [node];
    if (values.length % BLOCK === 0) return asConvolutions(node, values, graph);
    return values.every((slope) => slope <= 1) ? asMaximum(node) : [node];
  });
  // ONNX Runtime would write a warning for each slope that nothing uses any more.
  const used = new Set(graph.node.flatMap(({ input }) => input));
  graph.initializer = graph.initializer.filter(({ name }) => used.has(name));
}

/** One slope for each channel of a picture (a tensor of channels × 1 × 1), which a file holds in one of two forms. */
function channelValues({ dims, dataType, floatData, rawData }: TensorProto): Float32Array | undefined {
  const [channels, ...rest] = dims;
  if (dataType !== FLOAT || rest.length !== 2 || rest.some((size) => size !== 1n)) return undefined;
  const values = rawData.length > 0 ? new Float32Array(Uint8Array.from(rawData).buffer) : Float32Array.from(floatData);
  return BigInt(values.length) === channels ? values : undefined;
}

/** `s · x + (1 − s) · Relu(x)`, the products as convolutions of 1 × 1 in each channel: they leave the channels in their blocks. */
function asConvolutions(
  { input: [x = ''], output: [output = ''] }: NodeProto,
  slopes: Float32Array,
  graph: GraphProto,
): NodeProto[] {
  const name = (part: string) => `${output}/${part}`;
  graph.initializer.push(
    perChannel(name('slope'), slopes),
    perChannel(
      name('rest'),
      slopes.map((slope) => 1 - slope),
    ),
  );
  return [
    operation('Relu', [x], name('positive')),
    scaling(x, name('slope'), slopes.length, name('sloped')),
    scaling(name('positive'), name('rest'), slopes.length, name('lifted')),
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
    dataType: FLOAT,
    rawData: new Uint8Array(Float32Array.from(values).buffer),
  });
