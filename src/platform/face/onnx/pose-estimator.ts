import { type RgbImage } from '../analyser.js';
import { type Box, type Pose } from '../face-engine.js';
import { type PackStages } from '../pack.js';
import { cropAndResize, squareAround } from './crop.js';
import { type Network } from './network.js';
import { toPlanes } from './planes.js';
import { softmax } from './softmax.js';

type PoseStage = NonNullable<PackStages['pose']>;

export class PoseEstimator {
  constructor(
    private readonly network: Network,
    private readonly stage: PoseStage,
  ) {}

  async estimate(image: RgbImage, box: Box): Promise<Pose> {
    const { input, boxScale, yaw, pitch, roll } = this.stage;
    const pixels = await cropAndResize(image, squareAround(box, boxScale, image), input);
    const outputs = await this.network.run(toPlanes(pixels, input), yaw.output, pitch.output, roll.output);
    return { yaw: degrees(yaw, outputs[0]), pitch: degrees(pitch, outputs[1]), roll: degrees(roll, outputs[2]) };
  }
}

function degrees({ firstBin, degreesPerBin }: PoseStage['yaw'], logits: Float32Array): number {
  return firstBin + degreesPerBin * softmax(logits).reduce((sum, probability, bin) => sum + probability * bin, 0);
}
