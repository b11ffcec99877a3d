import { type RgbImage } from '../analyser.js';
import { type Box } from '../face-engine.js';
import { type PackStages } from '../pack.js';
import { cropAndResize, surroundings } from './crop.js';
import { type Network } from './network.js';
import { toPlanes } from './planes.js';
import { softmax } from './softmax.js';

/** Passive presentation attack detection: it looks at the face and at what surrounds it. */
export class Liveness {
  constructor(
    private readonly network: Network,
    private readonly stage: NonNullable<PackStages['live']>,
  ) {}

  /** What the network looks at. It needs the box only, so that it can be cut while other networks run. */
  cut(image: RgbImage, box: Box): Promise<Uint8Array> {
    return cropAndResize(image, surroundings(box, this.stage.boxScale, image), this.stage.input);
  }

  /** Probability of a live presentation, 0..1. @param pixels from `cut` */
  async score(pixels: Uint8Array): Promise<number> {
    const { input, logits, liveClass } = this.stage;
    const [output] = await this.network.run(toPlanes(pixels, input), logits);
    return softmax(output)[liveClass] ?? 0;
  }
}
