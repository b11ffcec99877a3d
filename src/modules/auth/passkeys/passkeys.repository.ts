import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { type ChallengePurpose, PasskeyChallengeRow } from './passkey-challenge.entity.js';
import { PasskeyRow } from './passkey.entity.js';

@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: Database) {}

  /** A handful: more than `MAX_PASSKEYS` are never made. */
  listOf(userId: string): Promise<PasskeyRow[]> {
    return this.database.repository(PasskeyRow).find({ where: { userId }, order: { id: 'ASC' } });
  }

  /** Holds it, so that two answers at once don't pass the same counter. */
  async hold(userId: string, credentialId: string): Promise<PasskeyRow | null> {
    this.database.requireTransaction();
    const lock = { mode: 'pessimistic_write' } as const;
    return this.database.repository(PasskeyRow).findOne({ where: { userId, credentialId }, lock });
  }

  async insert(passkey: Omit<PasskeyRow, 'createdAt' | 'lastUsedAt'>): Promise<void> {
    await this.database.repository(PasskeyRow).insert(passkey);
  }

  async markUsed(id: string, counter: number): Promise<void> {
    await this.database.query('UPDATE passkeys SET counter = $2, last_used_at = now() WHERE id = $1', [id, counter]);
  }

  /** @param id all of the user's when undefined. @returns how many */
  async remove(userId: string, id?: string): Promise<number> {
    const { affected } = await this.database.repository(PasskeyRow).delete({ userId, ...(id !== undefined && { id }) });
    return affected ?? 0;
  }

  async addChallenge(challenge: Omit<PasskeyChallengeRow, 'expiresAt'>, seconds: number): Promise<void> {
    const { id, userId, purpose, challenge: text, passwordHash } = challenge;
    await this.database.query(
      `INSERT INTO passkey_challenges (id, user_id, purpose, challenge, password_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
      [id, userId, purpose, text, passwordHash, seconds],
    );
  }

  /** Takes it away, whatever the answer is worth. @returns undefined when it was taken before, or is too old */
  async takeChallenge(
    id: string,
    purpose: ChallengePurpose,
  ): Promise<Pick<PasskeyChallengeRow, 'userId' | 'challenge' | 'passwordHash'> | undefined> {
    const [taken] = await this.database.query<Pick<PasskeyChallengeRow, 'userId' | 'challenge' | 'passwordHash'>>(
      `DELETE FROM passkey_challenges WHERE id = $1 AND purpose = $2 AND expires_at > now()
       RETURNING user_id AS "userId", challenge, password_hash AS "passwordHash"`,
      [id, purpose],
    );
    return taken;
  }

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async forgetChallenges(): Promise<void> {
    await this.database.query('DELETE FROM passkey_challenges WHERE expires_at < now()');
  }
}
