import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { withinTime } from '../../../common/within-time.js';
import { Telemetry } from '../../telemetry/telemetry.js';
import { LogBuffer } from './log-buffer.js';
import { LogStore } from './log-store.js';

const EVERY_MS = 250;
/** Between two tries while the store does not answer. */
const AWAY_MS = 2_000;
/** Lines that are sent together. */
const BATCH = 500;
/** For the last lines of a process that ends. */
const FAREWELL_MS = 1_500;

/** Carries the lines of this process to the store, beside its work: what the store can't take is dropped, and counted. */
@Injectable()
export class LogShipper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LogShipper.name);
  private timer: NodeJS.Timeout | undefined;
  private shipping: Promise<void> | undefined;
  private isAway = false;

  constructor(
    private readonly buffer: LogBuffer,
    private readonly store: LogStore,
    private readonly telemetry: Telemetry,
  ) {}

  onApplicationBootstrap(): void {
    this.wait();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await withinTime(this.last(), FAREWELL_MS, 'the log store did not answer').catch(() => undefined);
    await withinTime(this.store.close(), FAREWELL_MS, 'the log store did not close').catch(() => undefined);
  }

  private wait(): void {
    this.timer = setTimeout(
      () => {
        this.shipping = this.ship().then(() => {
          this.wait();
        });
      },
      this.isAway ? AWAY_MS : EVERY_MS,
    ).unref();
  }

  private async last(): Promise<void> {
    await this.shipping;
    clearTimeout(this.timer);
    await this.ship();
  }

  /** Sends what there is. Never throws. */
  private async ship(): Promise<void> {
    this.telemetry.logLines('dropped', this.buffer.takeLost());
    for (let lines = this.buffer.take(BATCH); lines.length > 0; lines = this.buffer.take(BATCH)) {
      try {
        await this.store.append(lines);
      } catch (error) {
        this.buffer.giveBack(lines);
        this.note(error);
        return;
      }
      this.telemetry.logLines('stored', lines.length);
      this.note(undefined);
    }
  }

  /** One line when the store goes and one when it is back, not one for each try. */
  private note(error: unknown): void {
    const isAway = error !== undefined;
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    if (isAway)
      this.logger.warn({ err: error }, 'log store does not answer: lines wait, and the newest may be dropped');
    else this.logger.log('log store answers again');
  }
}
