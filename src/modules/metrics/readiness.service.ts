import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { singleFlight } from '../../common/single-flight.js';
import { withinTime } from '../../common/within-time.js';
import { type HealthCheck, HealthChecks, NotReadyError } from '../../platform/telemetry/health-checks.js';

const PATIENCE_MS = 2_000;

export interface CheckResult {
  readonly ok: boolean;
  readonly milliseconds: number;
  readonly problem?: string;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not ready' | 'stopping';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** Whether work may be sent to this process. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Readiness.name);
  private checks: readonly (readonly [name: string, check: HealthCheck])[] = [];
  private stopping = false;
  private wasReady = false;

  constructor(private readonly registered: HealthChecks) {}

  /** By now every part has registered. A check that hangs is waited for, not started again. */
  onApplicationBootstrap(): void {
    this.checks = this.registered.all().map(([name, check]) => [name, singleFlight(check)] as const);
  }

  /** Before anything is closed, so that a load balancer looks elsewhere. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Answers within 2 s, whatever hangs. */
  async report(): Promise<ReadinessReport> {
    const results = await Promise.all(
      this.checks.map(async ([name, check]) => [name, await this.resultOf(name, check)] as const),
    );
    const ready = results.every(([, { ok }]) => ok) ? 'ready' : 'not ready';
    this.wasReady ||= ready === 'ready';
    return { status: this.stopping ? 'stopping' : ready, checks: Object.fromEntries(results) };
  }

  /** Asks no more once it was. */
  async hasBeenReady(): Promise<boolean> {
    if (!this.wasReady) await this.report();
    return this.wasReady;
  }

  private async resultOf(name: string, check: HealthCheck): Promise<CheckResult> {
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    try {
      await withinTime(check(), PATIENCE_MS, 'no answer in time');
      return { ok: true, milliseconds: elapsed() };
    } catch (error) {
      this.logger.debug({ check: name, err: error }, 'not ready');
      const problem = error instanceof NotReadyError ? error.message : 'does not answer';
      return { ok: false, milliseconds: elapsed(), problem };
    }
  }
}
