import { type Camera } from '../../shared/camera/camera';
import { type FaceWatch } from '../hints/face-watch';
import { type Hint } from '../hints/hint';
import { takeNewBuild } from '../../shared/parts/new-build';
import { ServerAway } from '../in-time';
import { WorkerDied } from '../remote-work';
import { openQrReader, type QrReader } from '../scan/qr-reader';
import { Showings } from '../scan/showings';
import { Film, type Shot } from './film';
import { type Checkpoint, type KioskApi, type Opening } from './kiosk-api';
import { type Outcome, outcomeOf, refusalOf } from './outcome';
import {
  type KioskEvent,
  type KioskState,
  next,
  scenesOf,
  shownFor,
  START,
  takesQr,
  TIMES,
  waitsForSomebody,
} from './visit-state';
import { Store } from '../../shared/parts/store';

/** All that the page shows. */
export interface KioskView {
  readonly state: KioskState;
  readonly hint: Hint | undefined;
  /** Undefined until the server has told. */
  readonly checkpoint: Checkpoint | undefined;
  /** The server does not answer. */
  readonly isAway: boolean;
  /** It takes longer than it should. */
  readonly isSlow: boolean;
}

interface Visit {
  readonly credential: string;
  readonly withoutSteps: boolean;
}

type Opened = Extract<Opening, { __typename: 'ValidationOpened' }>;

/** Milliseconds. */
const SCAN = 100;
/** Until what reads QRs is fetched again. */
const BLIND = 1_500;
const HEARTBEAT = 10_000;
/** While the server is away, or the checkpoint closed. */
const ANXIOUS = 1_500;
const SLOW = 2_500;

/** Pictures of who is asked for no steps. */
const BURST = 3;

const OUT_OF_ORDER = 'presente.outOfOrder';

/** Leads people through: does what a screen stands for, and tells the state machine what came of it. */
export class Conductor {
  private readonly store = new Store<KioskView>({
    state: START,
    hint: undefined,
    checkpoint: undefined,
    isAway: false,
    isSlow: false,
  });
  private readonly showings = new Showings();
  private reader: QrReader | undefined;
  private life = new AbortController();
  private visit = new AbortController();
  private typePin: ((pin: string) => void) | undefined;
  private abandonment: ReturnType<typeof setTimeout> | undefined;
  private resultTimer: ReturnType<typeof setTimeout> | undefined;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: KioskApi,
    private readonly camera: Camera,
    private readonly watch: FaceWatch,
  ) {}

  readonly view = this.store.get;

  readonly subscribe = this.store.subscribe;

  start(): void {
    this.life = new AbortController();
    const { signal } = this.life;
    addEventListener('online', () => void this.beat(), { signal });
    addEventListener('offline', () => this.become({ isAway: true }), { signal });
    signal.addEventListener(
      'abort',
      this.camera.subscribe(() => this.seeCamera()),
    );
    if (localStorage.getItem(OUT_OF_ORDER) === null) this.camera.start(this.canReopen);
    else this.dispatch({ type: 'outOfOrder' });
    void this.beat();
    void this.scan(signal);
  }

  stop(): void {
    this.life.abort();
    this.visit.abort();
    this.camera.stop();
    for (const timer of [this.abandonment, this.resultTimer, this.slowTimer, this.heartbeat]) clearTimeout(timer);
  }

  pinTyped(pin: string): void {
    this.typePin?.(pin);
  }

  /** Somebody chose something. Who was in the middle of a visit leaves it. */
  choose(type: 'helpAsked' | 'noFaceChosen' | 'withoutStepsChosen' | 'staffCame' | 'left'): void {
    this.visit.abort();
    this.showings.forget();
    this.dispatch({ type });
  }

  /** The camera's light goes out, and stays out over a reload. */
  takeOut(): void {
    this.visit.abort();
    localStorage.setItem(OUT_OF_ORDER, new Date().toISOString());
    this.camera.stop();
    this.dispatch({ type: 'outOfOrder' });
  }

  takeBack(): void {
    localStorage.removeItem(OUT_OF_ORDER);
    this.camera.start(this.canReopen);
    this.dispatch({ type: 'left' });
  }

  takeNextCamera(): void {
    void this.camera.takeNext();
  }

  /** Somebody is there. */
  touched(): void {
    this.watchAbandonment();
  }

  /** Asks the server how the checkpoint stands, and with that whether it is there. */
  private async beat(): Promise<void> {
    clearTimeout(this.heartbeat);
    try {
      this.become({ checkpoint: await this.api.checkpoint(), isAway: false });
    } catch {
      this.become({ isAway: true });
    }
    if (this.life.signal.aborted) return;
    const isAnxious = this.now.isAway || this.now.checkpoint?.isOpen === false;
    this.heartbeat = setTimeout(() => void this.beat(), isAnxious ? ANXIOUS : HEARTBEAT);
  }

  /** Looks for a QR for as long as the page lives. */
  private async scan(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isBlind = this.canScan() && !(await this.look());
      if (isBlind) await this.refresh();
      await new Promise((done) => setTimeout(done, isBlind ? BLIND : SCAN));
    }
  }

  /** @returns false while what reads QRs can't be had: it is fetched again, as long as it takes */
  private async look(): Promise<boolean> {
    this.reader ??= await openQrReader().catch(() => undefined);
    const text = await this.readQr();
    const now = performance.now();
    this.showings.tidy(now);
    // In this order: a QR that could not be taken just now is still a new one as soon as it can be.
    if (text !== undefined && this.canScan() && this.showings.isNew(text, now)) this.begin(text);
    // Also for whoever came first and held their card up before the page was there.
    if (!this.watch.works) void this.loadHints();
    return this.reader !== undefined;
  }

  /** @returns undefined without a QR in the picture, and without anything that could read it */
  private async readQr(): Promise<string | undefined> {
    const text = await this.reader?.(this.camera.video).catch((error: unknown) => {
      if (error instanceof WorkerDied) this.reader = undefined;
      return undefined;
    });
    return text === '' ? undefined : text;
  }

  private readonly showsQr = async (): Promise<boolean> => (await this.readQr()) !== undefined;

  private async loadHints(): Promise<void> {
    if (!(await this.watch.load(this.camera.video))) await this.refresh();
  }

  /** Its parts can't be fetched: perhaps another build has taken their place. Nobody is interrupted for that. */
  private async refresh(): Promise<void> {
    if (this.now.state.screen.at === 'idle') await takeNewBuild();
  }

  private canScan(): boolean {
    const { state, isAway, checkpoint } = this.now;
    return takesQr(state) && this.camera.state().isLive && !isAway && checkpoint?.isOpen === true;
  }

  /** Nobody is before the camera whom a moment without a picture would disturb. */
  private readonly canReopen = (): boolean => takesQr(this.now.state) || this.now.state.screen.at === 'staff';

  private begin(credential: string): void {
    const { screen } = this.now.state;
    const withoutSteps = screen.at === 'idle' && screen.withoutSteps;
    this.visit.abort();
    this.visit = new AbortController();
    this.dispatch({ type: 'scanned', asksPin: this.now.checkpoint?.asksPin === true });
    void this.run({ credential, withoutSteps }, this.visit.signal);
  }

  private async run(visit: Visit, signal: AbortSignal): Promise<void> {
    const outcome = await this.lead(visit, signal).catch((error: unknown): Outcome => {
      if (error instanceof ServerAway) void this.beat();
      return { kind: 'lost' };
    });
    if (signal.aborted) return;
    this.dispatch({ type: 'ended', outcome, now: performance.now() });
    clearTimeout(this.resultTimer);
    this.resultTimer = setTimeout(() => this.dispatch({ type: 'resultSeen' }), shownFor(this.now.state));
  }

  private async lead(visit: Visit, signal: AbortSignal): Promise<Outcome> {
    const opening = await this.open(visit, signal);
    if (opening === undefined) return { kind: 'lost' };
    switch (opening.__typename) {
      case 'ValidationOpened':
        return this.validate(opening, signal);
      case 'ValidationRefused':
        return refusalOf(opening.attempt.reason);
      case 'ValidationLocked':
        return { kind: 'refused', reason: 'LOCKED' };
      case 'ValidationThrottled':
      case 'CheckpointBusy':
        return { kind: 'wait', seconds: opening.retryAfterSeconds };
      case 'CheckpointClosed':
        void this.beat();
        return { kind: 'lost' };
    }
  }

  /** @returns undefined when the checkpoint is closed */
  private async open(visit: Visit, signal: AbortSignal): Promise<Opening | undefined> {
    const pin = this.now.state.screen.at === 'pin' ? await this.pin() : undefined;
    const opening = await this.openWith(visit, pin);
    const isMissing = opening?.__typename === 'ValidationRefused' && opening.attempt.reason === 'PIN_REQUIRED';
    if (!isMissing || pin !== undefined || signal.aborted) return opening;
    // The checkpoint asks for PINs since this page last heard of it.
    void this.beat();
    this.dispatch({ type: 'pinMissing' });
    return this.openWith(visit, await this.pin());
  }

  private async openWith({ credential, withoutSteps }: Visit, pin: string | undefined): Promise<Opening | undefined> {
    const nonce = await this.api.turn();
    if (nonce === undefined) {
      void this.beat();
      return undefined;
    }
    return this.api.open({ credential, nonce, withoutChallenge: withoutSteps, ...(pin !== undefined && { pin }) });
  }

  private async pin(): Promise<string> {
    const pin = await new Promise<string>((resolve) => (this.typePin = resolve));
    this.typePin = undefined;
    this.dispatch({ type: 'pinTyped' });
    return pin;
  }

  private async validate({ attempt, capture, challenge }: Opened, signal: AbortSignal): Promise<Outcome> {
    const end = this.api.end(attempt.id, signal);
    this.dispatch({ type: 'opened' });
    this.seeCamera();
    const film = new Film(this.camera.video, this.watch, this.showsQr, signal);
    await film.frame((hint) => this.become({ hint }));
    const shots = challenge ? await this.act(film, challenge.steps) : await film.burst(BURST);
    this.dispatch({ type: 'filmed' });
    await this.api.send(capture.token, shots);
    this.dispatch({ type: 'sent' });
    return outcomeOf(await end);
  }

  private async act(film: Film, steps: Parameters<typeof scenesOf>[0]): Promise<Shot[]> {
    const shots: Shot[] = [];
    for (const [scene, name] of scenesOf(steps).entries()) {
      this.dispatch({ type: 'acts', steps, scene });
      shots.push(await film.scene(name));
    }
    return shots;
  }

  /** Nobody can go on without a picture. */
  private seeCamera(): void {
    const { at } = this.now.state.screen;
    const isFilming = at === 'framing' || at === 'acting';
    if (!isFilming || this.camera.state().fault === undefined) return;
    this.visit.abort();
    this.showings.forget();
    this.dispatch({ type: 'left' });
  }

  private dispatch(event: KioskEvent): void {
    const state = next(this.now.state, event);
    if (state === this.now.state) return;
    const isOther = state.screen.at !== this.now.state.screen.at;
    this.become({ state, ...(isOther && { hint: undefined, isSlow: false }) });
    if (!isOther) return;
    this.watchAbandonment();
    this.watchSlowness();
  }

  private watchAbandonment(): void {
    clearTimeout(this.abandonment);
    if (waitsForSomebody(this.now.state)) this.abandonment = setTimeout(() => this.abandon(), TIMES.abandoned);
  }

  /** Whoever was here has gone, perhaps without their card. */
  private abandon(): void {
    this.visit.abort();
    this.showings.carryOn(performance.now());
    this.dispatch({ type: 'left' });
  }

  private watchSlowness(): void {
    clearTimeout(this.slowTimer);
    const isWaiting = ['opening', 'sending', 'deciding'].includes(this.now.state.screen.at);
    if (isWaiting) this.slowTimer = setTimeout(() => this.become({ isSlow: true }), SLOW);
  }

  private get now(): KioskView {
    return this.store.get();
  }

  private become(change: Partial<KioskView>): void {
    this.store.set({ ...this.now, ...change });
  }
}
