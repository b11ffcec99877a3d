/** The pictures of one enrolment or one validation, as they were uploaded. */
export interface Capture {
  /** 1 to 8 JPEG, PNG or WebP files. */
  readonly frames: readonly Buffer[];
  /** When each frame was taken, milliseconds on the client's clock; undefined when the client did not say. */
  readonly capturedAt: readonly number[] | undefined;
}
