import { toUnitLength } from '../fuse.js';
import { type PackStages } from '../pack.js';
import { type Network } from './network.js';

export class Embedder {
  constructor(
    private readonly network: Network,
    private readonly stage: PackStages['embed'],
  ) {}

  /** Unit length. @param aligned interleaved RGB, 0..255, of the size of the input, aligned to `stage.reference` */
  async embed(aligned: Float32Array): Promise<Float32Array> {
    const [embedding] = await this.network.onPixels(aligned, this.stage.embedding);
    if (embedding.length !== this.stage.dimensions) {
      throw new Error(
        `The embedder gave ${embedding.length} numbers where its manifest says ${this.stage.dimensions}.`,
      );
    }
    return toUnitLength(embedding);
  }
}
