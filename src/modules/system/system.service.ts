import { Inject, Injectable } from '@nestjs/common';
import { withinTime } from '../../common/within-time.js';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { productVersion } from '../../config/product-version.js';
import { modelIdentityOf } from '../../platform/face/model-identity.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { Outbox } from '../../platform/queue/outbox.repository.js';
import { Readiness } from '../metrics/index.js';
import { type FaceModel, type QueueStatus, type SystemCheck, type SystemStatus } from './system.type.js';

/** Whoever looks because something hangs must not wait for it. */
const PATIENCE_MS = 2_000;

type Queue = ReturnType<JobQueues['all']>[number];

/** Asks the parts what they are asked for `/health/ready` and `/metrics`, too. */
@Injectable()
export class SystemService {
  private readonly startedAt = new Date(Date.now() - performance.now());

  constructor(
    private readonly readiness: Readiness,
    private readonly queues: JobQueues,
    private readonly outbox: Outbox,
    @Inject(ENVIRONMENT) private readonly env: Environment,
  ) {}

  async status(): Promise<SystemStatus> {
    const [model, checks, queues, lag] = await Promise.all([
      this.model(),
      this.checks(),
      this.queueStates(),
      answered(this.outbox.lag()),
    ]);
    return {
      version: productVersion(),
      node: process.version,
      startedAt: this.startedAt,
      model,
      checks,
      queues,
      outbox: lag,
      sandbox: this.env.SANDBOX,
      grafanaUrl: this.env.GRAFANA_URL ?? null,
    };
  }

  private async model(): Promise<FaceModel> {
    return { engine: this.env.FACE_ENGINE, ...(await modelIdentityOf(this.env)) };
  }

  private async checks(): Promise<SystemCheck[]> {
    const { checks } = await this.readiness.report();
    return Object.entries(checks).map(([name, { problem = null, ...result }]) => ({ name, problem, ...result }));
  }

  private async queueStates(): Promise<QueueStatus[] | null> {
    const outstanding = await answered(this.outbox.outstanding());
    if (outstanding === null) return null;
    return Promise.all(
      this.queues.all().map(async (queue) => {
        const own = outstanding.find((one) => one.queue === queue.name);
        const state = await answered(stateOf(queue));
        return {
          name: queue.name,
          jobs: state?.jobs ?? null,
          workers: state?.workers ?? null,
          outstanding: own?.jobs ?? 0,
          oldestSeconds: own?.oldestSeconds ?? null,
        };
      }),
    );
  }
}

async function stateOf(queue: Queue) {
  const [counts, workers] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.getWorkersCount(),
  ]);
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { jobs: { waiting: waiting + prioritized, active, delayed, failed }, workers };
}

/** Null: no answer in time. */
const answered = <T>(question: Promise<T>): Promise<T | null> =>
  withinTime(question, PATIENCE_MS, 'no answer in time').catch(() => null);
