import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, TensorProto_DataType } from 'onnx-buf';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { fromRoot } from '../../../config/paths.js';
import { vectorisePRelu } from './vectorise-prelu.js';

const FLOAT = TensorProto_DataType.FLOAT;
const HEIGHT = 3;
const WIDTH = 5;

/** A network of one PRelu over a picture of as many channels as there are slopes. */
function preluNetwork(slopes: readonly number[], opset = 9n, form: 'raw' | 'list' = 'raw'): Uint8Array {
  const channels = BigInt(slopes.length);
  const shape = [1n, channels, BigInt(HEIGHT), BigInt(WIDTH)];
  const picture = (name: string) => ({
    name,
    type: {
      value: {
        case: 'tensorType' as const,
        value: {
          elemType: FLOAT,
          shape: { dim: shape.map((value) => ({ value: { case: 'dimValue' as const, value } })) },
        },
      },
    },
  });
  const values =
    form === 'raw' ? { rawData: new Uint8Array(Float32Array.from(slopes).buffer) } : { floatData: [...slopes] };
  const model = create(ModelProtoSchema, {
    irVersion: 6n,
    opsetImport: [{ domain: '', version: opset }],
    graph: {
      name: 'one PRelu',
      node: [{ opType: 'PRelu', name: 'p', input: ['x', 's'], output: ['y'] }],
      initializer: [{ name: 's', dims: [channels, 1n, 1n], dataType: FLOAT, ...values }],
      input: [picture('x')],
      output: [picture('y')],
    },
  });
  return toBinary(ModelProtoSchema, model);
}

const operations = (model: Uint8Array) => fromBinary(ModelProtoSchema, model).graph!.node.map(({ opType }) => opType);

/** Numbers from −1 to 1 that are the same in every run. */
const noise = (count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) % 1);

async function run(model: Uint8Array, input: Tensor): Promise<Float32Array> {
  const session = await InferenceSession.create(model);
  const results = await session.run({ [session.inputNames[0]!]: input });
  return results[session.outputNames[0]!]!.data as Float32Array;
}

const furthestApart = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);

describe('a network without PRelu', () => {
  const cases: [title: string, slopes: number[], operations: string[]][] = [
    ['in blocks of channels', Array.from({ length: 16 }, (_, c) => c / 4 - 1), ['Relu', 'Conv', 'Conv', 'Add']],
    ['in channels that fill no block', [-1, -0.25, 0, 0.25, 1], ['Mul', 'Max']],
    ['that can not be said with Max', [0.5, 1.5], ['PRelu']],
  ];
  for (const [title, slopes, expected] of cases) {
    it(`computes PRelu ${title}, by its definition`, async () => {
      const rewritten = vectorisePRelu(preluNetwork(slopes));
      assert.deepEqual(operations(rewritten), expected);
      const x = noise(slopes.length * HEIGHT * WIDTH);
      const y = await run(rewritten, new Tensor('float32', x, [1, slopes.length, HEIGHT, WIDTH]));
      const defined = x.map((value, i) => (value < 0 ? value * slopes[Math.floor(i / (HEIGHT * WIDTH))]! : value));
      assert.ok(furthestApart(y, defined) < 1e-6);
    });
  }

  it('reads slopes in either form, and leaves networks alone whose operations broadcast otherwise', () => {
    assert.deepEqual(operations(vectorisePRelu(preluNetwork([0, 0.5], 9n, 'list'))), ['Mul', 'Max']);
    assert.deepEqual(operations(vectorisePRelu(preluNetwork([0, 0.5], 7n))), ['PRelu']);
  });

  for (const [file, size] of [
    ['fr_feature.onnx', 112],
    ['fr_liveness.onnx', 128],
  ] as const) {
    it(`gives what ${file} gives`, async () => {
      const model = await readFile(fromRoot('models/arcface', file));
      const rewritten = vectorisePRelu(model);
      assert.ok(operations(model).includes('PRelu') && !operations(rewritten).includes('PRelu'));
      const input = () => new Tensor('float32', noise(3 * size * size), [1, 3, size, size]);
      const [before, after] = [await run(model, input()), await run(rewritten, input())];
      assert.ok(furthestApart(before, after) < 1e-5, `${furthestApart(before, after)} apart`);
    });
  }
});
