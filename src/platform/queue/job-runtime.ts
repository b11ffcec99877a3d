import { type Telemetry } from '../telemetry/telemetry.js';
import { type Outbox } from './outbox.repository.js';

/** What every processor of this process works with. */
export class JobRuntime {
  /** @param concurrency jobs in hand at once, for each queue */
  constructor(
    readonly outbox: Outbox,
    readonly telemetry: Telemetry,
    readonly concurrency: number,
  ) {}
}
