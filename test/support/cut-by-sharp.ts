import { type RgbImage } from '../../src/platform/face/analyser.js';
import { sharp } from '../../src/platform/face/image-library.js';
import { type Crop, type Size } from '../../src/platform/face/onnx/crop.js';

/** What `resample` does, by sharp, which rounds to whole numbers; so does the reference pipeline. */
export async function cutBySharp({ data, width, height }: RgbImage, crop: Crop, size: Size): Promise<Float32Array> {
  const pixels = await sharp(data, { raw: { width, height, channels: 3 } })
    .extract(crop)
    .resize(size.width, size.height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return Float32Array.from(pixels);
}
