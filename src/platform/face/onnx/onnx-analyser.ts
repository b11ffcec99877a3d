import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { alignFace, mirrorFace } from '../align.js';
import { MAX_FACES, type RgbImage, type ThreadAnalyser } from '../analyser.js';
import { type FaceAnalysis, type FrameAnalysis, type Point, type WantedStages } from '../face-engine.js';
import { fivePoints } from '../geometry.js';
import { type Pack, type PackStages } from '../pack.js';
import { measureQuality, QUALITY_REFERENCE, QUALITY_SIZE } from '../quality.js';
import { StageClock } from '../stage-clock.js';
import { type Detection, Detector } from './detector.js';
import { Embedder } from './embedder.js';
import { Landmarker } from './landmarker.js';
import { Liveness } from './liveness.js';
import { Network } from './network.js';
import { PoseEstimator } from './pose-estimator.js';
import { Resampler } from './resampler.js';

/** The stages of one pack, in one thread. */
export class OnnxAnalyser implements ThreadAnalyser {
  private readonly reference: readonly Point[];
  private readonly alignedSize: number;
  /** Then one alignment serves both. */
  private readonly alignsAsQuality: boolean;

  private constructor(
    private readonly detector: Detector,
    private readonly landmarker: Landmarker,
    private readonly embedder: Embedder,
    embedding: PackStages['embed'],
    private readonly poseEstimator: PoseEstimator | undefined,
    private readonly liveness: Liveness | undefined,
  ) {
    this.reference = embedding.reference.map(([x, y]) => ({ x, y }));
    this.alignedSize = embedding.input.width;
    this.alignsAsQuality = this.alignedSize === QUALITY_SIZE && isDeepStrictEqual(this.reference, QUALITY_REFERENCE);
  }

  /** @param dir the folder with the pack's files */
  static async load({ stages }: Pack, dir: string): Promise<OnnxAnalyser> {
    const resampler = new Resampler();
    const network = (stage: PackStages['detect' | 'landmarks' | 'embed'] | NonNullable<PackStages['pose' | 'live']>) =>
      Network.load(path.join(dir, stage.file.name), stage.input, resampler);
    return new OnnxAnalyser(
      new Detector(await network(stages.detect), stages.detect),
      new Landmarker(await network(stages.landmarks), stages.landmarks),
      new Embedder(await network(stages.embed), stages.embed),
      stages.embed,
      stages.pose && new PoseEstimator(await network(stages.pose), stages.pose),
      stages.live && new Liveness(await network(stages.live), stages.live),
    );
  }

  async analyse(image: RgbImage, wanted: WantedStages): Promise<Pick<FrameAnalysis, 'faces' | 'timings'>> {
    const clock = new StageClock();
    const detections = await clock.time('detect', () => this.detector.detect(image));
    const faces: FaceAnalysis[] = [];
    for (const detection of detections.slice(0, MAX_FACES)) {
      faces.push(await this.describe(image, detection, faces.length === 0 ? wanted : {}, clock));
    }
    return { faces, timings: clock.timings };
  }

  private async describe(
    image: RgbImage,
    { box, score }: Detection,
    wanted: WantedStages,
    clock: StageClock,
  ): Promise<FaceAnalysis> {
    const landmarks = await clock.time('landmarks', () => this.landmarker.locate(image, box));
    const five = fivePoints(landmarks);
    const aligned = wanted.embedding ? await clock.time('align', () => this.align(image, five)) : undefined;
    const quality = await clock.time('quality', () =>
      measureQuality(image, box, five, this.alignsAsQuality ? aligned : undefined),
    );
    const pose = wanted.pose ? await clock.time('pose', () => this.poseEstimator?.estimate(image, box)) : undefined;
    const live = wanted.live ? await clock.time('live', () => this.liveness?.score(image, five)) : undefined;
    const embedding = aligned && (await clock.time('embed', () => this.embedder.embed(aligned)));
    const mirrored =
      aligned && wanted.mirrored && (await clock.time('embed', () => this.embedder.embed(mirrorFace(aligned))));
    return { box, score, landmarks, five, quality, pose, live, embedding, ...(mirrored && { mirrored }) };
  }

  private align(image: RgbImage, five: FaceAnalysis['five']): Float32Array {
    return alignFace(image, five, this.reference, this.alignedSize);
  }
}
