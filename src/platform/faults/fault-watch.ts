import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FaultSwitch } from './fault-switch.js';
import { Faults } from './faults.repository.js';

/** Milliseconds until every process does as it was told. */
const LOOK = 500;

/** Tells this process which faults to make. */
@Injectable()
export class FaultWatch {
  private readonly logger = new Logger(FaultWatch.name);
  private isLooking = false;

  constructor(
    private readonly faults: Faults,
    private readonly faultSwitch: FaultSwitch,
  ) {
    this.logger.warn('faults can be injected into this process');
  }

  @Interval(LOOK)
  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      this.faultSwitch.set(await this.faultSwitch.spare(() => this.faults.forNow()));
    } catch {
      // The database is away: what is known ends by itself.
    } finally {
      this.isLooking = false;
    }
  }
}
