/** Where faults can be made. */
export enum FaultPoint {
  DATABASE = 'DATABASE',
  QUEUE = 'QUEUE',
  CAPTURES = 'CAPTURES',
  ENGINE = 'ENGINE',
}

export enum FaultKind {
  /** The call fails at once, as when nobody is there. */
  ERROR = 'ERROR',
  /** The call is late by so many milliseconds, and then goes on. */
  LATENCY = 'LATENCY',
  /** The call fails after so many milliseconds without an answer. */
  TIMEOUT = 'TIMEOUT',
}

export interface Fault {
  readonly point: FaultPoint;
  readonly kind: FaultKind;
  /** Share of the calls that it strikes, above 0 to 1. */
  readonly rate: number;
  /** Of LATENCY and TIMEOUT. */
  readonly milliseconds: number;
}

/** As long as it is there. */
export interface ActiveFault extends Fault {
  readonly until: Date;
  readonly injectedBy: string;
}
