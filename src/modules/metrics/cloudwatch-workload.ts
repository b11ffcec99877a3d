import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type JobQueues } from '../../platform/queue/job-queues.js';
import { type Outbox } from '../../platform/queue/outbox.repository.js';
import { asked } from '../../platform/telemetry/asked-gauges.js';

const EVERY_MS = 15_000;

/** CloudWatch's units of what is told. */
const UNITS = { BacklogPerWorker: 'Count', OldestJobSeconds: 'Seconds' } as const;

type Workload = Readonly<Record<keyof typeof UNITS, number>>;

/**
 * Tells CloudWatch how much each worker has before it and how long the oldest job has waited, so that a service can have as
 * many workers as it needs. As a line of the log in CloudWatch's embedded metric format: there is no call, no right and no
 * credential to it, and where no CloudWatch reads the log it is a line. Without an answer nothing is told, and silence is an
 * alarm there.
 */
export class CloudwatchWorkload implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workload: () => Promise<Workload | undefined>;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: JobQueues,
    private readonly namespace: string,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {
    this.workload = asked(() => this.ask());
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tell(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tell(): Promise<void> {
    const workload = await this.workload();
    if (workload === undefined) return;
    const Metrics = Object.entries(UNITS).map(([Name, Unit]) => ({ Name, Unit }));
    const CloudWatchMetrics = [{ Namespace: this.namespace, Dimensions: [[]], Metrics }];
    this.write(`${JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, ...workload })}\n`);
  }

  /** Each worker is registered at every queue, and while none is, all of it stands before the first one to come. */
  private async ask(): Promise<Workload> {
    const [outstanding, counts] = await Promise.all([
      this.outbox.outstanding(),
      Promise.all(this.queues.all().map((queue) => queue.getWorkersCount())),
    ]);
    const jobs = outstanding.reduce((sum, each) => sum + each.jobs, 0);
    const oldest = Math.max(0, ...outstanding.map(({ oldestSeconds }) => oldestSeconds));
    return { BacklogPerWorker: jobs / Math.max(1, ...counts), OldestJobSeconds: oldest };
  }
}
