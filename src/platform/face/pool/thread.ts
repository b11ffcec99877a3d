/** Runs in the threads of FacePool. Networks are loaded with the first task, so that a failure to load fails that task. */
import { workerData } from 'piscina';
import { type RgbImage, type ThreadAnalyser } from '../analyser.js';
import { decodeFrame } from '../decode.js';
import { FrameRefusedError } from '../frame-refused.error.js';
import { wipe } from '../wipe.js';
import { type ThreadAnswer, type ThreadSetup, type ThreadTask } from './thread-protocol.js';

const setup = workerData as ThreadSetup;
let loading: Promise<ThreadAnalyser> | undefined;

/** Only the networks that are asked for come into the thread. */
async function load(): Promise<ThreadAnalyser> {
  if (setup.engine === 'onnx') {
    const { OnnxAnalyser } = await import('../onnx/onnx-analyser.js');
    return OnnxAnalyser.load(setup.pack, setup.dir);
  }
  const { FaceApiAnalyser } = await import('../face-api/face-api-analyser.js');
  const { loadFaceApi } = await import('../face-api/load-face-api.js');
  return new FaceApiAnalyser(await loadFaceApi(), setup.pack.stages.detect.minScore);
}

export async function warmUp(): Promise<void> {
  await (loading ??= load());
}

export default async function analyse({ frame, wanted }: ThreadTask): Promise<ThreadAnswer> {
  const analyser = await (loading ??= load());
  const start = performance.now();
  let image: RgbImage | undefined;
  try {
    image = await decodeFrame(frame, setup.limits);
    const { width, height } = image;
    const decode = performance.now() - start;
    const { faces, timings } = await analyser.analyse(image, wanted);
    return { analysis: { width, height, faces, timings: { decode, ...timings } } };
  } catch (error) {
    if (error instanceof FrameRefusedError) return { refused: error.reason };
    throw error;
  } finally {
    wipe(frame);
    if (image !== undefined) wipe(image.data);
  }
}
