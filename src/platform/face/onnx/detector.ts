import { type RgbImage } from '../analyser.js';
import { type Box } from '../face-engine.js';
import { areaOf, overlap } from '../geometry.js';
import { type PackStages } from '../pack.js';
import { wholeOf } from './crop.js';
import { type Network } from './network.js';

export interface Detection {
  readonly box: Box;
  readonly score: number;
}

export class Detector {
  constructor(
    private readonly network: Network,
    private readonly stage: PackStages['detect'],
  ) {}

  /** Largest first. */
  async detect(image: RgbImage): Promise<Detection[]> {
    const [scores, boxes] = await this.network.onCrop(image, wholeOf(image), this.stage.scores, this.stage.boxes);
    return suppressOverlaps(this.candidates(scores, boxes, image), this.stage.maxIou).sort(
      (a, b) => areaOf(b.box) - areaOf(a.box),
    );
  }

  private candidates(scores: Float32Array, boxes: Float32Array, { width, height }: RgbImage): Detection[] {
    const found: Detection[] = [];
    for (let i = 0; i < scores.length / 2; i++) {
      const score = scores[2 * i + 1] ?? 0;
      if (score <= this.stage.minScore) continue;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = boxes.subarray(4 * i, 4 * i + 4);
      found.push({ score, box: { x1: x1 * width, y1: y1 * height, x2: x2 * width, y2: y2 * height } });
    }
    return found;
  }
}

/** Greedy non-maximum suppression: of boxes that overlap more than `maxIou`, the one with the best score stays. */
export function suppressOverlaps(candidates: readonly Detection[], maxIou: number): Detection[] {
  const kept: Detection[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => overlap(box, candidate.box) <= maxIou)) kept.push(candidate);
  }
  return kept;
}
