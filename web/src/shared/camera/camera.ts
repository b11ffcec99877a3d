import { type CameraFault, faultOf } from './camera-fault';
import { PictureWatch } from './picture-watch';

export interface CameraState {
  readonly fault: CameraFault | undefined;
  /** A picture is there. */
  readonly isLive: boolean;
}

/** Milliseconds. */
const AGAIN = 1_500;
const LOOK = 500;
/** A camera whose picture stands still is opened anew so often. */
const REOPEN = 4_000;

const CHOSEN = 'presente.camera';

/** A camera of this device: opened once, kept warm, opened again by itself whenever it fails. */
export class Camera {
  /** In the page wherever it is to be seen. */
  readonly video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  private now: CameraState = { fault: undefined, isLive: false };
  private stream: MediaStream | undefined;
  private isOn = false;
  private isOpening = false;
  private openedAt = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly watch = new PictureWatch();
  private readonly listeners = new Set<() => void>();

  readonly state = (): CameraState => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    if (this.isOn) return;
    this.isOn = true;
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
    this.become({ fault: undefined, isLive: false });
  }

  /** Those of this device; without their names until one of them was allowed. */
  async all(): Promise<readonly MediaDeviceInfo[]> {
    const devices = (await devicesHere()?.enumerateDevices()) ?? [];
    return devices.filter(({ kind }) => kind === 'videoinput');
  }

  /** Of the one that is open. */
  deviceId(): string | undefined {
    return this.stream?.getVideoTracks()[0]?.getSettings().deviceId;
  }

  /** This one from now on, on this device. */
  async choose(deviceId: string): Promise<void> {
    localStorage.setItem(CHOSEN, deviceId);
    await this.openAnew();
  }

  /** The next of the cameras, for who sees that this is the wrong one. */
  async takeNext(): Promise<void> {
    const all = await this.all();
    const index = all.findIndex(({ deviceId }) => deviceId === this.deviceId());
    const other = all[(index + 1) % all.length];
    await (other === undefined ? this.openAnew() : this.choose(other.deviceId));
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
      this.show(await ask());
    } catch (error) {
      this.become({ fault: devicesHere() === undefined ? 'insecure' : faultOf(error), isLive: false });
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
    this.watch.begin(performance.now());
    // Refused while it is replaced by another stream: that one plays.
    void this.video.play().catch(() => undefined);
  }

  /** Unplugged, or taken by the system. */
  private lose(stream: MediaStream): void {
    if (this.stream !== stream) return;
    this.close();
    this.become({ fault: 'unplugged', isLive: false });
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
      if (now - this.openedAt > REOPEN) this.reopen('frozen');
      return;
    }
    const fault = this.watch.look(this.video, now);
    if (fault !== undefined && now - this.openedAt > REOPEN) this.reopen(fault);
    else this.become({ fault, isLive: fault === undefined });
  }

  private reopen(fault: CameraFault): void {
    this.become({ fault, isLive: false });
    void this.openAnew();
  }

  private become(state: CameraState): void {
    if (state.fault === this.now.fault && state.isLive === this.now.isLive) return;
    this.now = state;
    for (const listener of this.listeners) listener();
  }
}

/** Browsers hide the cameras from pages that did not come over HTTPS. The types do not know of it. */
const devicesHere = (): MediaDevices | undefined => navigator.mediaDevices;

async function ask(): Promise<MediaStream> {
  const size = { width: { ideal: 1280 }, height: { ideal: 960 } };
  const chosen = localStorage.getItem(CHOSEN);
  const which = chosen === null ? { facingMode: 'user' } : { deviceId: { ideal: chosen } };
  return navigator.mediaDevices.getUserMedia({ video: { ...size, ...which }, audio: false });
}

function endOf(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
