import { Rate } from '../../../platform/throttle/rate.js';
import { type ThrottleStore } from '../../../platform/throttle/throttle-store.js';

/** Validations opened by one user at one checkpoint: more than people can walk through are somebody trying out codes. */
export class OpeningRate {
  private readonly rate: Rate;

  constructor(store: ThrottleStore, perMinute: number) {
    this.rate = new Rate(store, { name: 'open-validation', points: perMinute, seconds: 60 });
  }

  /** @returns 0 when one may be opened, otherwise the seconds until there is room again */
  take(actorId: string, checkpointId: string): Promise<number> {
    return this.rate.take(`${actorId}:${checkpointId}`);
  }
}
