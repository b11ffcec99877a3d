import { type RgbImage } from '../analyser.js';
import { type FivePoints } from '../face-engine.js';
import { faceCentre, faceSize } from '../geometry.js';
import { type PackStages } from '../pack.js';
import { cutBeyond, squareIn } from './cut-beyond.js';
import { type Network } from './network.js';
import { softmax } from './softmax.js';

/** Passive presentation attack detection: it looks at the face and at what surrounds it. */
export class Liveness {
  private readonly pixels: Float32Array;

  constructor(
    private readonly network: Network,
    private readonly stage: NonNullable<PackStages['live']>,
  ) {
    this.pixels = new Float32Array(stage.input.width * stage.input.height * 3);
  }

  /** Probability of a live presentation, 0..1. */
  async score(image: RgbImage, five: FivePoints): Promise<number> {
    const { input, faceScale, logits, liveClass } = this.stage;
    const square = squareIn(image, faceCentre(five), faceScale * faceSize(five));
    const [output] = await this.network.onPixels(cutBeyond(image, square, input, this.pixels), logits);
    return softmax(output)[liveClass] ?? 0;
  }
}
