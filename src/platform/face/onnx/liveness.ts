import { type RgbImage } from '../analyser.js';
import { type FivePoints } from '../face-engine.js';
import { faceCentre, faceSize } from '../geometry.js';
import { type PackStages } from '../pack.js';
import { cutBeyond, squareIn } from './cut-beyond.js';
import { type Network } from './network.js';
import { softmax } from './softmax.js';

/** Passive presentation attack detection: it looks at the face and at what surrounds it. */
export class Liveness {
  constructor(
    private readonly network: Network,
    private readonly stage: NonNullable<PackStages['live']>,
  ) {}

  /** Probability of a live presentation, 0..1. */
  async score(image: RgbImage, five: FivePoints): Promise<number> {
    const { faceScale, logits, liveClass } = this.stage;
    const cut = cutBeyond(image, squareIn(image, faceCentre(five), faceScale * faceSize(five)));
    const [output] = await this.network.onCrop(cut.image, cut.crop, logits);
    return softmax(output)[liveClass] ?? 0;
  }
}
