import { newPicture } from '../../shared/camera/new-picture';
import { type FaceWatch } from '../hints/face-watch';
import { type Hint, hintOf, SteadyHint } from '../hints/hint';
import { type Reading } from '../hints/reading';
import { pause } from './pause';
import { type Scene } from './visit-state';

/** A picture that the server gets. */
export interface Shot {
  readonly jpeg: Blob;
  /** Milliseconds on the clock of this page. */
  readonly at: number;
}

interface Still {
  readonly picture: OffscreenCanvas;
  readonly at: number;
}

/** With how far a scene was played in it; undefined where nobody could look. */
interface Seen extends Still {
  readonly reached: number | undefined;
}

/** How a scene is known to be played; lengths of time in milliseconds. */
interface Goal {
  /** 1 and more when it is reached. @param before the width of the face when it looked straight first */
  readonly reached: (reading: Reading, before: number) => number;
  /** Of `reached`: good enough not to wait for better. */
  readonly full: number;
  /** For which better is waited for once it is reached. */
  readonly hold: number;
  /** After which a picture is taken, whatever is seen. */
  readonly patience: number;
  /** Where nothing is seen. */
  readonly byClock: number;
}

const offsetOf = ({ face }: Reading): number => face?.noseOffset ?? 0;

/** In eye distances: the server asks for 0.2 of a turn, and 0.13 of who looks straight. */
const TURN = 0.23;
const STRAIGHT = 0.1;
/** The server asks for 1.3 times the eye distance. */
const CLOSER = 1.38;

const look = (side: 1 | -1): Goal => ({
  reached: (reading) => (side * offsetOf(reading)) / TURN,
  full: 1.6,
  hold: 350,
  patience: 3_000,
  byClock: 900,
});

/** Of this detector's points closed eyes look much like open ones: a blink goes by the clock alone. */
const BLINK_BY_CLOCK = 900;

const GOALS: Readonly<Record<Exclude<Scene, 'BLINK'>, Goal>> = {
  STRAIGHT: {
    reached: (reading) => (reading.face === undefined ? 0 : STRAIGHT / Math.abs(offsetOf(reading))),
    full: 1,
    hold: 0,
    patience: 1_500,
    byClock: 700,
  },
  LOOK_LEFT: look(1),
  LOOK_RIGHT: look(-1),
  COME_CLOSER: {
    reached: ({ face }, before) => (face?.width ?? 0) / before / CLOSER,
    full: 1.1,
    hold: 350,
    patience: 3_500,
    byClock: 1_200,
  },
};

/** Pixels: a face of a third of it has more than any of the server's networks take. */
const WIDTH = 800;
/** Least time between two pictures: no neck is faster, and the server knows it. */
const APART = 250;
/** Nobody does sooner what they are told, and cameras are late themselves: a picture before that is of the scene before. */
const REACTION = 200;
/** Waiting for a face that fits the guide; `byClock`, where nothing is seen of faces, from when no QR is in view any more. */
const FRAMING = { patience: 6_000, withoutFace: 10_000, byClock: 1_000, looks: 2 } as const;

/** Takes the pictures of one visit, each at its moment as far as the page sees the face. Nothing is kept. */
export class Film {
  private before = NaN;
  private lastAt: number | undefined;
  private readonly steady = new SteadyHint();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly watch: FaceWatch,
    private readonly showsQr: () => Promise<boolean>,
    private readonly signal: AbortSignal,
  ) {}

  /** Until somebody stands as they should, or for as long as that may take. */
  async frame(hear: (hint: Hint | undefined) => void): Promise<void> {
    const began = performance.now();
    let [good, hasFace, clearSince] = [0, false, began];
    for (;;) {
      const { picture } = await this.take();
      const reading = await this.watch.read(picture);
      if (reading !== undefined) {
        const hint = hintOf(reading);
        hear(this.steady.next(hint, performance.now()));
        hasFace ||= reading.faces > 0;
        good = hint === undefined ? good + 1 : 0;
        if (good >= FRAMING.looks) break;
      } else if (!this.watch.works && (await this.showsQr())) {
        // Nobody can tell where the face is, but who holds a QR up does not look yet.
        clearSince = performance.now();
      }
      const now = performance.now();
      if (now - began > (hasFace ? FRAMING.patience : FRAMING.withoutFace)) break;
      if (!this.watch.works && now - clearSince > FRAMING.byClock) break;
    }
    hear(undefined);
  }

  /** The picture of a scene that people are told of just now, at its height. */
  async scene(scene: Scene): Promise<Shot> {
    if (this.lastAt !== undefined) {
      await pause(Math.max(REACTION, this.lastAt + APART - performance.now()), this.signal);
    }
    const still = scene === 'BLINK' ? await this.byClock(BLINK_BY_CLOCK) : await this.atHeight(GOALS[scene]);
    this.lastAt = still.at;
    return developed(still);
  }

  /** Some pictures, one after the other. */
  async burst(count: number): Promise<Shot[]> {
    const stills: Still[] = [];
    while (stills.length < count) {
      stills.push(await this.take());
      if (stills.length < count) await pause(APART / 2, this.signal);
    }
    return Promise.all(stills.map(developed));
  }

  private async byClock(milliseconds: number): Promise<Still> {
    await pause(milliseconds, this.signal);
    return this.take();
  }

  /** The best of the pictures until the scene is played, or seems not to be. */
  private async atHeight(goal: Goal): Promise<Still> {
    if (!this.watch.works) return this.byClock(goal.byClock);
    const began = performance.now();
    let best: Seen | undefined;
    let reachedAt = Infinity;
    for (;;) {
      const seen = await this.look(goal);
      best = betterOf(best, seen);
      const reached = best?.reached ?? 0;
      const now = performance.now();
      if (reached >= 1) reachedAt = Math.min(reachedAt, now);
      const isPlayed = reached >= goal.full || now - reachedAt >= goal.hold;
      // Who has moved otherwise than it was seen here is judged by the server, on what there is.
      if (isPlayed || now - began > goal.patience) return best ?? seen;
    }
  }

  private async look(goal: Goal): Promise<Seen> {
    const still = await this.take();
    const reading = await this.watch.read(still.picture);
    if (reading === undefined) return { ...still, reached: undefined };
    // The first look is straight: what comes closer is larger than then.
    if (Number.isNaN(this.before)) this.before = reading.face?.width ?? NaN;
    return { ...still, reached: goal.reached(reading, this.before) };
  }

  /** The next picture that comes: one that came before shows what was before. */
  private async take(): Promise<Still> {
    await newPicture(this.video);
    this.signal.throwIfAborted();
    const { videoWidth, videoHeight } = this.video;
    const scale = Math.min(1, WIDTH / videoWidth);
    const picture = new OffscreenCanvas(Math.round(videoWidth * scale), Math.round(videoHeight * scale));
    picture.getContext('2d')!.drawImage(this.video, 0, 0, picture.width, picture.height);
    return { picture, at: Math.round(performance.now()) };
  }
}

/** The one in which more of a scene was played. */
function betterOf(best: Seen | undefined, seen: Seen): Seen | undefined {
  const before = best?.reached ?? 0;
  // Whoever had not played it when the page went blind may have moved since.
  if (seen.reached === undefined) return before < 1 ? undefined : best;
  return seen.reached > before ? seen : best;
}

async function developed({ picture, at }: Still): Promise<Shot> {
  return { jpeg: await picture.convertToBlob({ type: 'image/jpeg', quality: 0.92 }), at };
}
