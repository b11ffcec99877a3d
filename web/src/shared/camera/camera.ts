import { type CameraFault, faultOf } from './camera-fault';
import { askedCamera, camerasHere, chooseAfter, chooseCamera, isChosenHere, isWrong } from './chosen-camera';
import { FrameRate } from './frame-rate';
import { PictureWatch } from './picture-watch';
import { Store } from '../parts/store';

/** What is not as it should be, and keeps nobody from going through. */
export type CameraNotice = 'slow' | 'wrong';

export interface CameraState {
  readonly fault: CameraFault | undefined;
  readonly notice: CameraNotice | undefined;
  /** A picture is there. */
  readonly isLive: boolean;
}

/** Milliseconds. */
const AGAIN = 1_500;
const LOOK = 500;
/** A camera whose picture stands still is opened anew so often. */
const REOPEN = 4_000;
/** Pictures a second below which people before it wait for themselves. */
const SLOW = 15;

/** Pixels; a camera that is too slow with the first is asked for the second. */
const SIZES = { large: { width: 1280, height: 960 }, small: { width: 640, height: 480 } } as const;

const NOTHING: CameraState = { fault: undefined, notice: undefined, isLive: false };

/** A camera of this device: opened once, kept warm, opened again by itself whenever it fails. */
export class Camera {
  /** In the page wherever it is to be seen. */
  readonly video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  private readonly store = new Store<CameraState>(NOTHING);
  private stream: MediaStream | undefined;
  private size: keyof typeof SIZES = 'large';
  private isOn = false;
  private isOpening = false;
  private openedAt = 0;
  private soughtAt = 0;
  private canReopen = (): boolean => true;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly watch = new PictureWatch();
  private readonly rate = new FrameRate(this.video);

  readonly state = this.store.get;

  readonly subscribe = this.store.subscribe;

  /** @param canReopen whether a camera that works may be opened anew, to work better */
  start(canReopen: () => boolean = () => true): void {
    if (this.isOn) return;
    this.isOn = true;
    this.canReopen = canReopen;
    this.timer = setInterval(() => this.check(), LOOK);
    devicesHere()?.addEventListener('devicechange', this.again);
    void this.open();
  }

  /** Its light goes out. */
  stop(): void {
    this.isOn = false;
    clearInterval(this.timer);
    devicesHere()?.removeEventListener('devicechange', this.again);
    this.close();
    this.become(NOTHING);
  }

  /** Those of this device; without their names until one of them was allowed. */
  all(): Promise<readonly MediaDeviceInfo[]> {
    return devicesHere() === undefined ? Promise.resolve([]) : camerasHere();
  }

  /** Of the one that is open. */
  deviceId(): string | undefined {
    return this.stream?.getVideoTracks()[0]?.getSettings().deviceId;
  }

  /** This one from now on, on this device. */
  async choose(deviceId: string): Promise<void> {
    chooseCamera(deviceId);
    await this.openAnew();
  }

  /** The next of the cameras, for who sees that this is the wrong one. */
  async takeNext(): Promise<void> {
    await chooseAfter(this.stream);
    await this.openAnew();
  }

  private openAnew(): Promise<void> {
    this.close();
    return this.open();
  }

  private readonly again = (): void => {
    if (this.isOn && this.stream === undefined) void this.open();
  };

  private async open(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    this.openedAt = performance.now();
    try {
      this.show(await ask(SIZES[this.size]));
    } catch (error) {
      this.become({ ...NOTHING, fault: devicesHere() === undefined ? 'insecure' : faultOf(error) });
    } finally {
      this.isOpening = false;
    }
  }

  private show(stream: MediaStream): void {
    if (!this.isOn) {
      endOf(stream);
      return;
    }
    this.stream = stream;
    for (const track of stream.getVideoTracks()) track.addEventListener('ended', () => this.lose(stream));
    this.video.srcObject = stream;
    this.watch.begin(performance.now(), this.store.get().fault);
    this.rate.begin();
    // Refused while it is replaced by another stream: that one plays.
    void this.video.play().catch(() => undefined);
  }

  /** Unplugged, or taken by the system. */
  private lose(stream: MediaStream): void {
    if (this.stream !== stream) return;
    this.close();
    this.become({ ...NOTHING, fault: 'unplugged' });
  }

  private close(): void {
    if (this.stream !== undefined) endOf(this.stream);
    this.stream = undefined;
    this.video.srcObject = null;
  }

  /** Looks whether there is a picture, and does something about it where there is none. */
  private check(): void {
    const now = performance.now();
    if (this.stream === undefined) {
      if (now - this.openedAt > AGAIN) void this.open();
      return;
    }
    if (this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
      if (now - this.openedAt > REOPEN) this.reopen({ ...NOTHING, fault: 'frozen' });
      return;
    }
    const fault = this.watch.look(this.video, now);
    const notice = fault === undefined ? this.noticeOf(this.stream, now) : undefined;
    if (fault !== undefined && now - this.openedAt > REOPEN) this.reopen({ ...NOTHING, fault });
    else this.become({ fault, notice, isLive: fault === undefined });
    if (notice !== undefined) this.mend(notice, now);
  }

  private noticeOf(stream: MediaStream, now: number): CameraNotice | undefined {
    if (isWrong(stream)) return 'wrong';
    const rate = this.rate.look(now);
    // Until it is counted anew it is what it was.
    return (rate === undefined ? this.store.get().notice === 'slow' : rate < SLOW) ? 'slow' : undefined;
  }

  /** What may help: a smaller picture, or the camera that was chosen, once it is there again. */
  private mend(notice: CameraNotice, now: number): void {
    if (!this.canReopen()) return;
    if (notice === 'slow' && this.size === 'large') {
      this.size = 'small';
      this.reopen({ ...NOTHING, notice });
    } else if (notice === 'wrong' && now - this.soughtAt > AGAIN) {
      this.soughtAt = now;
      void isChosenHere().then((isHere) => isHere && this.canReopen() && this.reopen({ ...NOTHING, notice }));
    }
  }

  private reopen(state: CameraState): void {
    this.become(state);
    void this.openAnew();
  }

  private become(state: CameraState): void {
    const { fault, notice, isLive } = this.store.get();
    if (state.fault === fault && state.notice === notice && state.isLive === isLive) return;
    this.store.set(state);
  }
}

/** Browsers hide the cameras from pages that did not come over HTTPS. The types do not know of it. */
const devicesHere = (): MediaDevices | undefined => navigator.mediaDevices;

const ask = ({ width, height }: { readonly width: number; readonly height: number }): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: width }, height: { ideal: height }, ...askedCamera() },
    audio: false,
  });

function endOf(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
