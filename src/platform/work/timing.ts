/** How long the steps of an enrolment or an attempt may take. */
export class Timing {
  constructor(
    private readonly captureSeconds: number,
    readonly processingSeconds: number,
  ) {}

  /** By when the frames of something opened now must be uploaded. */
  captureDeadline(): Date {
    return new Date(Date.now() + this.captureSeconds * 1_000);
  }
}
