import { type Box } from '../../src/platform/face/face-engine.js';
import { heightOf, widthOf } from '../../src/platform/face/geometry.js';
import { type Crop, type Size } from '../../src/platform/face/onnx/crop.js';

/** What the reference pipeline cuts out for liveness: the box 2.7 times, or as far as the image allows, moved to lie in it. */
export function referenceCrop(box: Box, image: Size): Crop {
  const scale = Math.min((image.width - 1) / widthOf(box), (image.height - 1) / heightOf(box), 2.7);
  const [width, height] = [widthOf(box) * scale, heightOf(box) * scale];
  const place = (centre: number, length: number, limit: number) =>
    Math.floor(Math.max(0, Math.min(centre - length / 2, limit - 1 - length)));
  return {
    left: place((box.x1 + box.x2) / 2, width, image.width),
    top: place((box.y1 + box.y2) / 2, height, image.height),
    width: Math.floor(width),
    height: Math.floor(height),
  };
}
