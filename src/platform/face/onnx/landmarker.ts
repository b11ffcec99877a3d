import { type RgbImage } from '../analyser.js';
import { type Box, type Point } from '../face-engine.js';
import { type PackStages } from '../pack.js';
import { cropOfBox } from './crop.js';
import { type Network } from './network.js';

export class Landmarker {
  constructor(
    private readonly network: Network,
    private readonly stage: PackStages['landmarks'],
  ) {}

  /** 68 points in pixels of the image, iBUG 300-W. */
  async locate(image: RgbImage, box: Box): Promise<Point[]> {
    const crop = cropOfBox(box, image);
    const [values] = await this.network.onCrop(image, crop, this.stage.points);
    const points: Point[] = [];
    for (let i = 0; i < values.length; i += 2) {
      points.push({ x: crop.left + (values[i] ?? 0) * crop.width, y: crop.top + (values[i + 1] ?? 0) * crop.height });
    }
    return points;
  }
}
