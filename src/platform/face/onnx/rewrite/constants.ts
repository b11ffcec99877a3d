import { TensorProto_DataType, type GraphProto, type TensorProto } from 'onnx-buf';

/** ONNX Runtime keeps pictures in blocks of so many channels from convolution to convolution, where the processor has AVX-512 (8 with AVX2). */
export const BLOCK = 16;

const FLOAT: number = TensorProto_DataType.FLOAT;

/** Weights, slopes and the like, by name. */
export type Constants = ReadonlyMap<string, TensorProto>;

export const constantsOf = (graph: GraphProto): Constants =>
  new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));

/** The values of a float32 tensor, which a file holds in one of two forms; undefined for another type. */
export function floatsOf({ dataType, floatData, rawData }: TensorProto): Float32Array<ArrayBuffer> | undefined {
  if (dataType !== FLOAT) return undefined;
  return rawData.length > 0 ? new Float32Array(Uint8Array.from(rawData).buffer) : Float32Array.from(floatData);
}

export function setFloats(tensor: TensorProto, values: Float32Array<ArrayBuffer>, dims: readonly number[]): void {
  tensor.dims = dims.map(BigInt);
  tensor.rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  tensor.floatData = [];
}
