/** Pixels of the longer side: the server's networks take no more of a face that fills a third of the picture. */
const LONGEST = 1_280;
const QUALITY = 0.92;

/** Bytes. What is sent is a fraction of it; above that it is no photo of a face. */
export const MAX_FILE_BYTES = 20_000_000;
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** As the server gets it: smaller, and without anything but its pixels. */
async function encode(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d')!;
  // JPEG has no transparency: without this it would be black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** What the camera sees now; not as in a mirror. */
export const shoot = (video: HTMLVideoElement): Promise<Blob> => encode(video, video.videoWidth, video.videoHeight);

/** A file, upright, without what else it holds: place, time, device. @throws when it is no picture */
export async function readPicture(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    return await encode(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}
