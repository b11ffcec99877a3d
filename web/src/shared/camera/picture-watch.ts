import { type CameraFault } from './camera-fault';

/** Pixels looked at: few, and each as it is. */
const WIDTH = 32;
const HEIGHT = 24;
/** Brightness, 0..255, that not even a dark corridor stays below everywhere: a cap over the lens, a camera that sends nothing. */
const BLACK = 12;
/** Milliseconds that a picture may be black, or without the least change, which no sensor that sees anything is. */
const PATIENCE = 2_500;

/** Tells whether a camera that runs still sees. */
export class PictureWatch {
  private readonly context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  private last: Uint8ClampedArray | undefined;
  private changedAt = 0;
  private litAt = 0;

  /** @param now milliseconds. @param standing what was wrong before this camera was opened anew: it is, until a picture shows otherwise */
  begin(now: number, standing?: CameraFault): void {
    this.last = undefined;
    this.changedAt = standing === 'frozen' ? -Infinity : now;
    this.litAt = standing === 'black' ? -Infinity : now;
  }

  /** @returns what is wrong for longer than it takes to say so */
  look(video: HTMLVideoElement, now: number): 'black' | 'frozen' | undefined {
    if (this.context === null) return undefined;
    this.context.imageSmoothingEnabled = false;
    this.context.drawImage(video, 0, 0, WIDTH, HEIGHT);
    const { data } = this.context.getImageData(0, 0, WIDTH, HEIGHT);
    const { last } = this;
    if (last !== undefined && data.some((value, index) => value !== last[index])) this.changedAt = now;
    if (data.some((value, index) => index % 4 !== 3 && value > BLACK)) this.litAt = now;
    this.last = data;
    if (now - this.litAt > PATIENCE) return 'black';
    return now - this.changedAt > PATIENCE ? 'frozen' : undefined;
  }
}
