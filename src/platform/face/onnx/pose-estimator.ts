import { type RgbImage } from '../analyser.js';
import { type Box, type Pose } from '../face-engine.js';
import { type PackStages } from '../pack.js';
import { squareAround } from './crop.js';
import { type Network } from './network.js';
import { softmax } from './softmax.js';

type PoseStage = NonNullable<PackStages['pose']>;

export class PoseEstimator {
  constructor(
    private readonly network: Network,
    private readonly stage: PoseStage,
  ) {}

  async estimate(image: RgbImage, box: Box): Promise<Pose> {
    const { boxScale, yaw, pitch, roll } = this.stage;
    const crop = squareAround(box, boxScale, image);
    const outputs = await this.network.onCrop(image, crop, yaw.output, pitch.output, roll.output);
    return { yaw: degrees(yaw, outputs[0]), pitch: degrees(pitch, outputs[1]), roll: degrees(roll, outputs[2]) };
  }
}

function degrees({ firstBin, degreesPerBin }: PoseStage['yaw'], logits: Float32Array): number {
  return firstBin + degreesPerBin * softmax(logits).reduce((sum, probability, bin) => sum + probability * bin, 0);
}
