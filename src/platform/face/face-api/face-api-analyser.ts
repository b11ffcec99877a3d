import type { FaceDetection, FaceLandmarks68 } from '@vladmandic/face-api';
import { MAX_FACES, type RgbImage, type ThreadAnalyser } from '../analyser.js';
import { type Box, type FaceAnalysis, type FrameAnalysis, type WantedStages } from '../face-engine.js';
import { toUnitLength } from '../fuse.js';
import { fivePoints } from '../geometry.js';
import { measureQuality } from '../quality.js';
import { StageClock } from '../stage-clock.js';
import { type FaceApi } from './load-face-api.js';

type Tensor = ReturnType<FaceApi['tf']['tensor3d']>;

/**
 * SSD MobileNet, 68 landmarks and face-api's recognition network, in one thread. It has no liveness and no pose network.
 * Its nets take one picture or a batch, and give one result or a list: here it is always one.
 */
export class FaceApiAnalyser implements ThreadAnalyser {
  /** @param minScore of a face, 0..1 */
  constructor(
    private readonly api: FaceApi,
    private readonly minScore: number,
  ) {}

  async analyse(image: RgbImage, wanted: WantedStages): Promise<Pick<FrameAnalysis, 'faces' | 'timings'>> {
    const clock = new StageClock();
    const frame = this.api.tf.tensor3d(image.data, [image.height, image.width, 3], 'int32');
    try {
      const detections = await clock.time('detect', () => this.detect(frame));
      const faces: FaceAnalysis[] = [];
      for (const detection of detections.slice(0, MAX_FACES)) {
        faces.push(await this.describe(image, frame, detection, faces.length === 0 ? wanted : {}, clock));
      }
      return { faces, timings: clock.timings };
    } finally {
      frame.dispose();
    }
  }

  /** Largest first. */
  private async detect(frame: Tensor): Promise<FaceDetection[]> {
    const found = await this.api.nets.ssdMobilenetv1.locateFaces(frame, { minConfidence: this.minScore });
    return found.filter(({ box }) => box.width >= 1 && box.height >= 1).toSorted((a, b) => b.box.area - a.box.area);
  }

  private async describe(
    image: RgbImage,
    frame: Tensor,
    detection: FaceDetection,
    wanted: WantedStages,
    clock: StageClock,
  ): Promise<FaceAnalysis> {
    const located = await clock.time('landmarks', () => this.locate(frame, detection));
    const box = cornersOf(detection);
    const landmarks = located.positions.map(({ x, y }) => ({ x, y }));
    const five = fivePoints(landmarks);
    return {
      box,
      score: detection.score,
      landmarks,
      five,
      quality: await clock.time('quality', () => measureQuality(image, box, five)),
      pose: undefined,
      live: undefined,
      embedding: wanted.embedding ? await this.embed(frame, located, clock) : undefined,
    };
  }

  private async locate(frame: Tensor, detection: FaceDetection): Promise<FaceLandmarks68> {
    const found = await this.withCut(frame, detection.box, (cut) =>
      this.api.nets.faceLandmark68Net.detectLandmarks(cut),
    );
    return (found as FaceLandmarks68).shiftBy(detection.box.x, detection.box.y);
  }

  /**
   * face-api compares descriptors by Euclidean distance and they are not quite of one length (about 1.4). Of unit vectors the
   * cosine is 1 − d²/2, so after normalising it ranks pairs as their distance does, the other way round, like every score here.
   */
  private async embed(frame: Tensor, landmarks: FaceLandmarks68, clock: StageClock): Promise<Float32Array> {
    const box = landmarks.align(null, { useDlibAlignment: true });
    return clock.time('embed', () =>
      this.withCut(frame, box, async (cut) =>
        toUnitLength((await this.api.nets.faceRecognitionNet.computeFaceDescriptor(cut)) as Float32Array),
      ),
    );
  }

  private async withCut<T>(frame: Tensor, box: FaceDetection['box'], use: (cut: Tensor) => Promise<T>): Promise<T> {
    const { Rect, extractFaceTensors } = this.api;
    const [cut] = await extractFaceTensors(frame, [new Rect(box.x, box.y, box.width, box.height)]);
    if (cut === undefined) throw new RangeError('The face lies outside of the frame.');
    try {
      return await use(cut);
    } finally {
      cut.dispose();
    }
  }
}

const cornersOf = ({ box: { left, top, right, bottom } }: FaceDetection): Box => ({
  x1: left,
  y1: top,
  x2: right,
  y2: bottom,
});
