import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../support/operator-error.js';

/** A process that runs. */
export interface Running {
  /** Resolves when it has ended: how, in words; `hopeless` when starting it again cannot help. */
  readonly ended: Promise<{ readonly how: string; readonly hopeless?: boolean }>;
  /** Asks it to end and waits for that. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

export interface Service {
  readonly name: string;
  /** Where to look when it ends. */
  readonly logFile: string;
  start(): Promise<Running>;
}

export interface Patience {
  /** Pause before the first new start, doubled with each death in a row. */
  readonly firstPause: number;
  /** So many deaths in a row are the end. */
  readonly deaths: number;
  /** Milliseconds after which a running service counts as well again. */
  readonly well: number;
}

const usual: Patience = { firstPause: 500, deaths: 5, well: 60_000 };

/** Keeps one service running: starts it again when it dies, more slowly each time, and says when that is of no use. */
export class Supervisor {
  private running: Running | undefined;
  private readonly stopping = new AbortController();
  private readonly hopeless = Promise.withResolvers<never>();

  /** Rejects with an OperatorError when the service is given up. */
  readonly failed: Promise<never> = this.hopeless.promise;

  constructor(
    private readonly service: Service,
    private readonly report: (line: string) => void,
    private readonly patience: Patience = usual,
  ) {
    this.failed.catch(() => undefined); // Whoever cares waits for it; until then it must not count as unhandled.
  }

  async start(): Promise<void> {
    const started = performance.now();
    this.running = await this.service.start();
    void this.keepRunning(this.running, started).catch((error: unknown) => {
      this.hopeless.reject(error);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.stop();
  }

  kill(): void {
    this.stopping.abort();
    this.running?.kill();
  }

  private async keepRunning(first: Running, firstStarted: number): Promise<void> {
    const { signal } = this.stopping;
    const stopped = () => signal.aborted;
    let [running, started, deaths] = [first, firstStarted, 0];
    for (;;) {
      const ending = await running.ended;
      if (stopped()) return;
      deaths = performance.now() - started > this.patience.well ? 1 : deaths + 1;
      if (ending.hopeless === true || deaths >= this.patience.deaths) throw this.givenUp(ending.how, deaths);
      const pause = this.patience.firstPause * 2 ** (deaths - 1);
      this.report(`${this.service.name} ended (${ending.how}); starting it again in ${pause / 1000} s`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (stopped()) return;
      started = performance.now();
      running = await this.service.start();
      this.running = running;
      // Asked to stop while it was starting: then nobody has stopped this one yet.
      if (stopped()) return running.stop();
    }
  }

  private givenUp(how: string, deaths: number): OperatorError {
    const times = deaths === 1 ? 'ended' : `ended ${deaths} times in a row`;
    return new OperatorError(
      `${this.service.name} ${times} (${how}); Presente stops. Its log: ${this.service.logFile}`,
    );
  }
}
