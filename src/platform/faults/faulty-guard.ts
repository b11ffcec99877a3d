import { Guard } from '../resilience/guard.js';
import { type Dependency, POLICIES } from '../resilience/policies.js';
import { FaultPoint } from './fault.js';
import { type FaultSwitch } from './fault-switch.js';

const POINTS: Readonly<Partial<Record<Dependency, FaultPoint>>> = {
  database: FaultPoint.DATABASE,
  queue: FaultPoint.QUEUE,
  captures: FaultPoint.CAPTURES,
};

/** A guard whose dependency fails as the switch says: behind its breaker, so that this sees what it would see. */
class FaultyGuard extends Guard {
  constructor(
    dependency: Dependency,
    private readonly point: FaultPoint,
    private readonly faults: FaultSwitch,
  ) {
    super(POLICIES[dependency]);
  }

  override run<T>(work: () => Promise<T>): Promise<T> {
    return super.run(async () => {
      await this.faults.strike(this.point);
      return work();
    });
  }
}

export function guardWithFaults(dependency: Dependency, faults: FaultSwitch): Guard {
  const point = POINTS[dependency];
  return point === undefined ? new Guard(POLICIES[dependency]) : new FaultyGuard(dependency, point, faults);
}
