import { Injectable } from '@nestjs/common';
import { FailureThrottle } from '../../platform/throttle/failure-throttle.js';
import { ThrottleStore } from '../../platform/throttle/throttle-store.js';
import { InvalidCredentials, SignInThrottled } from './dto/auth.results.js';
import { verifyPassword } from './passwords.js';
import { type UserRow } from './user.entity.js';

/** NIST SP 800-63B: few tries, then waits that grow. */
const BACKOFF = { free: 5, firstSeconds: 30, maxSeconds: 900 };

/** Asks a user who is signed in for the password again: whoever has a stolen session guesses no faster than at the door. */
@Injectable()
export class PasswordCheck {
  private readonly failures: FailureThrottle;

  constructor(store: ThrottleStore) {
    this.failures = new FailureThrottle(store, 'password-check', BACKOFF);
  }

  /** @returns undefined when it is the user's password */
  async refusalOf(
    { id, passwordHash }: Pick<UserRow, 'id' | 'passwordHash'>,
    password: string,
  ): Promise<InvalidCredentials | SignInThrottled | undefined> {
    const wait = await this.failures.take(id);
    if (wait > 0) return new SignInThrottled(wait);
    if (!(await verifyPassword(passwordHash, password))) return new InvalidCredentials();
    await this.failures.forget(id);
    return undefined;
  }
}
