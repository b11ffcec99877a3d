import landmarkManifest from '@vladmandic/face-api/model/face_landmark_68_tiny_model-weights_manifest.json';
import landmarkWeights from '@vladmandic/face-api/model/face_landmark_68_tiny_model.bin?url';
import detectorManifest from '@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json';
import detectorWeights from '@vladmandic/face-api/model/tiny_face_detector_model.bin?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import * as faceapi from '@vladmandic/face-api';
import { lightOf, sharpnessOf } from './light';
import { type Reading } from './reading';

type Weights = Parameters<typeof faceapi.tf.io.decodeWeights>[1];

/** What is in a file of weights. */
type Manifest = readonly { readonly weights: object }[];

/** TensorFlow.js as it is bundled in face-api, whose types leave this out. */
interface WasmBackend {
  setWasmPaths(files: Readonly<Record<string, string>>): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}

/** Pixels, as the detector takes them; a face of a third of the picture has 75. */
const INPUT = 224;
/** A face in the background is not somebody who also stands here. */
const ALSO_HERE = 0.5;

const options = new faceapi.TinyFaceDetectorOptions({ inputSize: INPUT, scoreThreshold: 0.4 });
const { tinyFaceDetector, faceLandmark68TinyNet } = faceapi.nets;
const ready = load();
// Each picture hears of it: one that came to nothing before the first is no fault of the page.
ready.catch(() => undefined);

/** Answers each picture with what is seen in it; null when this browser can't tell. */
addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void ready
    .then(() => read(pixelsOf(data)))
    .catch(() => null)
    .then((reading) => postMessage(reading));
});

async function load(): Promise<void> {
  // It knows pages and Node, and this is neither.
  faceapi.env.setEnv({
    ...({ Canvas: OffscreenCanvas, CanvasRenderingContext2D: OffscreenCanvasRenderingContext2D } as object),
    // What a worker has none of: nothing is an instance of it.
    Image: Promise,
    Video: Promise,
    ImageData,
  } as unknown as faceapi.Environment);
  const wasm = faceapi.tf as unknown as WasmBackend;
  wasm.setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  if (!(await wasm.setBackend('wasm'))) throw new Error('The WebAssembly backend of TensorFlow.js does not start.');
  await wasm.ready();
  await Promise.all([
    fill(tinyFaceDetector, detectorManifest, detectorWeights),
    fill(faceLandmark68TinyNet, landmarkManifest, landmarkWeights),
  ]);
}

/** face-api itself would ask for its files by the names that they have in the package; ours bear a hash. */
async function fill(network: faceapi.NeuralNetwork<unknown>, manifest: Manifest, url: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} is not there.`);
  const weights = manifest.flatMap((group) => group.weights) as Weights;
  network.loadFromWeightMap(faceapi.tf.io.decodeWeights(await answer.arrayBuffer(), weights));
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

async function read(pixels: ImageData): Promise<Reading> {
  const { width, height } = pixels;
  const tensor = faceapi.tf.browser.fromPixels(pixels);
  const found = await faceapi.detectAllFaces(tensor, options).withFaceLandmarks(true);
  tensor.dispose();
  const faces = found.toSorted((a, b) => b.detection.box.width - a.detection.box.width);
  const [first] = faces;
  if (first === undefined) return { faces: 0, face: undefined, light: lightOf(pixels), sharpness: 0 };
  const { box } = first.detection;
  return {
    faces: faces.filter(({ detection }) => detection.box.width >= box.width * ALSO_HERE).length,
    face: {
      x: (box.x + box.width / 2) / width,
      y: (box.y + box.height / 2) / height,
      width: box.width / width,
      noseOffset: noseOffsetOf(first.landmarks.positions),
    },
    light: lightOf(pixels, box),
    sharpness: sharpnessOf(pixels, box),
  };
}

/** As the server measures it: along the line of the eyes, in eye distances. Points of the 68: eyes 36–41 and 42–47, nose 30. */
function noseOffsetOf(points: readonly faceapi.Point[]): number {
  const [right, left, nose] = [middleOf(points.slice(36, 42)), middleOf(points.slice(42, 48)), points[30]];
  if (nose === undefined) return 0;
  const [dx, dy] = [left.x - right.x, left.y - right.y];
  const along = (nose.x - (left.x + right.x) / 2) * dx + (nose.y - (left.y + right.y) / 2) * dy;
  return along / (dx * dx + dy * dy);
}

const middleOf = (points: readonly faceapi.Point[]): { readonly x: number; readonly y: number } => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
