import { type RgbImage } from '../analyser.js';
import { type Box } from '../face-engine.js';
import { type PackStages } from '../pack.js';
import { surroundings } from './crop.js';
import { type Network } from './network.js';
import { softmax } from './softmax.js';

/** Passive presentation attack detection: it looks at the face and at what surrounds it. */
export class Liveness {
  constructor(
    private readonly network: Network,
    private readonly stage: NonNullable<PackStages['live']>,
  ) {}

  /** Probability of a live presentation, 0..1. */
  async score(image: RgbImage, box: Box): Promise<number> {
    const { boxScale, logits, liveClass } = this.stage;
    const [output] = await this.network.onCrop(image, surroundings(box, boxScale, image), logits);
    return softmax(output)[liveClass] ?? 0;
  }
}
