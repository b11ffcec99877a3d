import { Injectable } from '@nestjs/common';
import { clientOf } from '../../../platform/http/client-address.js';
import { FailureThrottle } from '../../../platform/throttle/failure-throttle.js';
import { Rate } from '../../../platform/throttle/rate.js';
import { ThrottleStore } from '../../../platform/throttle/throttle-store.js';

/** Codes that were not good, of one address. Never long: a whole school may be behind it. */
const CODES = { free: 50, firstSeconds: 15, maxSeconds: 60 };
/** Refused assertions of one address that are recorded. */
const RECORDED = { name: 'device-assertion-recorded', points: 120, seconds: 60 };

/** Slows down who guesses pairing codes, and keeps who shows nonsense for an assertion from filling the audit. */
@Injectable()
export class DeviceThrottle {
  private readonly codes: FailureThrottle;
  private readonly recorded: Rate;

  constructor(store: ThrottleStore) {
    this.codes = new FailureThrottle(store, 'pairing-address', CODES);
    this.recorded = new Rate(store, RECORDED);
  }

  /** Counts a code as a bad one. @returns 0, or the seconds to wait before one is looked at */
  beginPairing(address: string | undefined): Promise<number> {
    return this.codes.take(clientOf(address ?? ''));
  }

  async paired(address: string | undefined): Promise<void> {
    await this.codes.takeBack(clientOf(address ?? ''));
  }

  async isWorthRecording(address: string | undefined): Promise<boolean> {
    return (await this.recorded.take(clientOf(address ?? ''))) === 0;
  }
}
