import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { create, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  ModelProtoSchema,
  type NodeProtoSchema,
  TensorProto_DataType,
  type TensorProtoSchema,
} from 'onnx-buf';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { fromRoot } from '../../../../config/paths.js';
import { floatsOf } from './constants.js';
import { rewriteNetwork } from './rewrite-network.js';

const FLOAT = TensorProto_DataType.FLOAT;
const HEIGHT = 3;
const WIDTH = 5;

interface Sketch {
  readonly channels: number;
  readonly nodes: readonly MessageInitShape<typeof NodeProtoSchema>[];
  readonly constants: readonly MessageInitShape<typeof TensorProtoSchema>[];
  readonly outputs?: readonly string[];
  readonly opset?: bigint;
}

/** A network over a picture `x` of so many channels, that gives `y`. */
function network({ channels, nodes, constants, outputs = ['y'], opset = 9n }: Sketch): Uint8Array {
  const picture = (name: string, size?: bigint[]) => ({
    name,
    type: {
      value: {
        case: 'tensorType' as const,
        value: {
          elemType: FLOAT,
          ...(size && { shape: { dim: size.map((value) => ({ value: { case: 'dimValue' as const, value } })) } }),
        },
      },
    },
  });
  const model = create(ModelProtoSchema, {
    irVersion: 6n,
    opsetImport: [{ domain: '', version: opset }],
    graph: {
      name: 'sketch',
      node: [...nodes],
      initializer: [...constants],
      input: [picture('x', [1n, BigInt(channels), BigInt(HEIGHT), BigInt(WIDTH)])],
      output: outputs.map((name) => picture(name)),
    },
  });
  return toBinary(ModelProtoSchema, model);
}

const constant = (
  name: string,
  dims: readonly number[],
  values: Float32Array<ArrayBuffer>,
  form: 'raw' | 'list' = 'raw',
) => ({
  name,
  dims: dims.map(BigInt),
  dataType: FLOAT,
  ...(form === 'raw' ? { rawData: new Uint8Array(values.buffer) } : { floatData: [...values] }),
});

/** One PRelu over a picture of as many channels as there are slopes. */
const preluNetwork = (slopes: readonly number[], opset = 9n, form: 'raw' | 'list' = 'raw'): Uint8Array =>
  network({
    channels: slopes.length,
    nodes: [{ opType: 'PRelu', name: 'p', input: ['x', 's'], output: ['y'] }],
    constants: [constant('s', [slopes.length, 1, 1], Float32Array.from(slopes), form)],
    opset,
  });

/** Numbers from −1 to 1 that are the same in every run. */
const noise = (count: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) % 1);

const INT = AttributeProto_AttributeType.INT;
const INTS = AttributeProto_AttributeType.INTS;

function convolution(input: string[], output: string, kernel: number, group = 1) {
  const pad = BigInt((kernel - 1) / 2);
  return {
    opType: 'Conv',
    name: output,
    input,
    output: [output],
    attribute: [
      { name: 'group', type: INT, i: BigInt(group) },
      { name: 'kernel_shape', type: INTS, ints: [BigInt(kernel), BigInt(kernel)] },
      { name: 'pads', type: INTS, ints: [pad, pad, pad, pad] },
    ],
  };
}

interface BlockSketch {
  readonly width?: number;
  /** Only every so many-th of the wide channels is given a weight; 0: none of them. */
  readonly weighed?: number;
  readonly alsoGives?: readonly string[];
}

/** 4 channels widened to 13, looked at one by one, and narrowed to 3: a block of a pruned MobileNet. */
function prunedBlock({ width = 13, weighed = 1, alsoGives = [] }: BlockSketch = {}): Uint8Array {
  return network({
    channels: 4,
    nodes: [
      convolution(['x', 'w1', 'b1'], 'wide', 1),
      { opType: 'PRelu', name: 'p1', input: ['wide', 's1'], output: ['wideActive'] },
      convolution(['wideActive', 'w2', 'b2'], 'seen', 3, width),
      { opType: 'PRelu', name: 'p2', input: ['seen', 's2'], output: ['seenActive'] },
      convolution(['seenActive', 'w3', 'b3'], 'y', 1),
    ],
    constants: [
      constant('w1', [width, 4, 1, 1], noise(4 * width)),
      constant('b1', [width], noise(width)),
      constant('s1', [width, 1, 1], noise(width)),
      constant('w2', [width, 1, 3, 3], noise(9 * width)),
      constant('b2', [width], noise(width)),
      constant('s2', [width, 1, 1], noise(width)),
      constant(
        'w3',
        [3, width, 1, 1],
        noise(3 * width).map((value, index) => ((index % width) % weighed === 0 ? value : 1e-20)),
      ),
      constant('b3', [3], noise(3)),
    ],
    outputs: ['y', ...alsoGives],
  });
}

const graphOf = (model: Uint8Array) => fromBinary(ModelProtoSchema, model).graph!;
const operations = (model: Uint8Array) => graphOf(model).node.map(({ opType }) => opType);

async function run(model: Uint8Array, input: Tensor): Promise<Float32Array> {
  const session = await InferenceSession.create(model);
  const results = await session.run({ [session.inputNames[0]!]: input });
  return results[session.outputNames[0]!]!.data as Float32Array;
}

const furthestApart = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);

describe('a network without PRelu', () => {
  const cases: [title: string, slopes: number[], operations: string[]][] = [
    ['in blocks of channels', Array.from({ length: 16 }, (_, c) => c / 8 - 1), ['Conv', 'Relu', 'Conv', 'Add']],
    ['in blocks, steeper than 1', Array.from({ length: 16 }, (_, c) => c / 4 - 1), ['Relu', 'Conv', 'Conv', 'Add']],
    ['in channels that fill no block', [-1, -0.25, 0, 0.25, 1], ['Mul', 'Max']],
    ['that can not be said otherwise', [0.5, 1.5], ['PRelu']],
  ];
  for (const [title, slopes, expected] of cases) {
    it(`computes PRelu ${title}, by its definition`, async () => {
      const rewritten = rewriteNetwork(preluNetwork(slopes));
      assert.deepEqual(operations(rewritten), expected);
      const x = noise(slopes.length * HEIGHT * WIDTH);
      const y = await run(rewritten, new Tensor('float32', x, [1, slopes.length, HEIGHT, WIDTH]));
      const defined = x.map((value, i) => (value < 0 ? value * slopes[Math.floor(i / (HEIGHT * WIDTH))]! : value));
      assert.ok(furthestApart(y, defined) < 1e-6);
    });
  }

  it('reads slopes in either form, and leaves networks alone whose operations broadcast otherwise', () => {
    assert.deepEqual(operations(rewriteNetwork(preluNetwork([0, 0.5], 9n, 'list'))), ['Mul', 'Max']);
    assert.deepEqual(operations(rewriteNetwork(preluNetwork([0, 0.5], 7n))), ['PRelu']);
  });
});

describe('a network whose channels fill blocks', () => {
  const channelsOf = (model: Uint8Array) =>
    graphOf(model)
      .initializer.filter(({ name }) => /^[wb]\d$/.test(name))
      .map(({ name, dims }) => [name, ...dims.map(Number)]);
  const input = () => new Tensor('float32', noise(4 * HEIGHT * WIDTH), [1, 4, HEIGHT, WIDTH]);

  const blocks: [title: string, sketch: BlockSketch][] = [
    ['has channels of zeros where it was pruned', {}],
    ['has none to which nothing gives weight', { width: 32, weighed: 3 }],
    ['has as few as fill a block, also when all of them say nothing', { width: 32, weighed: 0 }],
  ];
  for (const [title, sketch] of blocks) {
    it(`${title}, and gives the same`, async () => {
      const pruned = prunedBlock(sketch);
      const filled = rewriteNetwork(pruned);
      assert.deepEqual(channelsOf(filled), [
        ['w1', 16, 4, 1, 1],
        ['b1', 16],
        ['w2', 16, 1, 3, 3],
        ['b2', 16],
        ['w3', 3, 16, 1, 1],
        ['b3', 3],
      ]);
      assert.ok(furthestApart(await run(pruned, input()), await run(filled, input())) < 1e-5);
    });
  }

  it('stays as it was where the channels are given out: nobody asked for more of them', async () => {
    const pruned = prunedBlock({ alsoGives: ['seenActive'] });
    const filled = rewriteNetwork(pruned);
    assert.deepEqual(channelsOf(filled), channelsOf(pruned));
    assert.ok(furthestApart(await run(pruned, input()), await run(filled, input())) < 1e-5);
  });
});

/** How many are not zero, and might as well be. */
const tinyWeightsIn = (model: Uint8Array): number =>
  graphOf(model)
    .initializer.flatMap((tensor) => [...(floatsOf(tensor) ?? [])])
    .filter((value) => value !== 0 && Math.abs(value) < 1e-15).length;

describe('a network without weights that say nothing', () => {
  const weights = Float32Array.of(0.5, -1e-10, 1e-20, -1e-42, 0, 2);
  for (const form of ['raw', 'list'] as const) {
    it(`has zeros instead of them, given as ${form}, and every other weight as it was`, () => {
      const tiny = network({
        channels: 2,
        nodes: [convolution(['x', 'w'], 'y', 1)],
        constants: [constant('w', [3, 2, 1, 1], weights, form), constant('epsilon', [1], Float32Array.of(1e-20), form)],
        opset: 7n,
      });
      const [w, epsilon] = graphOf(rewriteNetwork(tiny)).initializer;
      assert.deepEqual(floatsOf(w!), Float32Array.of(0.5, -1e-10, 0, 0, 0, 2));
      assert.deepEqual(w!.dims.map(Number), [3, 2, 1, 1]);
      assert.deepEqual(floatsOf(epsilon!), Float32Array.of(1e-20), 'a number alone is no weight');
    });
  }
});

describe('the networks of the pack, rewritten', () => {
  for (const [file, channels, size, hasPRelu] of [
    ['fr_feature.onnx', 3, 112, true],
    ['fr_liveness.onnx', 3, 128, true],
    ['fr_landmark.onnx', 1, 64, false],
  ] as const) {
    it(`give what ${file} gives`, async () => {
      const model = await readFile(fromRoot('models/arcface', file));
      const rewritten = rewriteNetwork(model);
      assert.equal(operations(model).includes('PRelu'), hasPRelu);
      assert.ok(!operations(rewritten).includes('PRelu'));
      assert.equal(tinyWeightsIn(rewritten), 0);
      const input = () => new Tensor('float32', noise(channels * size * size), [1, channels, size, size]);
      const [before, after] = [await run(model, input()), await run(rewritten, input())];
      assert.ok(furthestApart(before, after) < 1e-5, `${furthestApart(before, after)} apart`);
    });
  }
});
