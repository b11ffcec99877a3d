import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { singleFlight } from '../../../common/single-flight.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { RetentionService } from './retention.service.js';

/** Applies the retention rules every RETENTION_EVERY_SECONDS; a run that takes longer is not started twice. */
@Injectable()
export class RetentionSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private readonly run = singleFlight(() => this.retention.apply(() => this.stopped));

  constructor(
    private readonly retention: RetentionService,
    private readonly scheduler: SchedulerRegistry,
    @Inject(ENVIRONMENT) private readonly settings: Environment,
  ) {}

  onApplicationBootstrap(): void {
    const timer = setInterval(() => void this.run(), this.settings.RETENTION_EVERY_SECONDS * 1_000);
    this.scheduler.addInterval('retention', timer);
  }

  /** The batch that runs is waited for. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.scheduler.doesExist('interval', 'retention')) this.scheduler.deleteInterval('retention');
    await this.run();
  }
}
