/** Of the process that works on queues. */
export class WorkerSettings {
  /** @param concurrency jobs in hand at once, for each queue */
  constructor(readonly concurrency: number) {}
}
