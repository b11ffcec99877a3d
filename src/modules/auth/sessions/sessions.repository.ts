import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { type UserRow } from '../user.entity.js';
import { type PresentedToken } from './refresh-verdict.js';
import { type SessionEnd, type SignInProof } from './session-end.js';
import { type SessionKind } from './session-subject.js';
import { SessionRow } from './session.entity.js';

export interface HeldToken extends PresentedToken {
  readonly sessionId: string;
  readonly kind: SessionKind;
  /** Of the user or the person. */
  readonly subjectId: string;
  readonly sealedSuccessor: Buffer | null;
}

/** In seconds. */
export interface SessionLifetimes {
  readonly idle: number;
  readonly longest: number;
}

/** For how long a client that asked twice at once, or lost the answer, gets the same successor. */
const REPEAT_SECONDS = 10;
const KEEP_HOURS = 24;

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Begins a session, if the user's password is still the one that was checked and nobody has disabled the user meanwhile:
   * checking takes time, and a change of password must end what the old one began.
   */
  async insert(
    { id, client, proof }: Pick<SessionRow, 'id' | 'client'> & { readonly proof: SignInProof },
    user: Pick<UserRow, 'id' | 'passwordHash'>,
    { idle, longest }: SessionLifetimes,
  ): Promise<Date | undefined> {
    const [row] = await this.database.query<{ goodUntil: Date }>(
      `INSERT INTO sessions (id, user_id, client, good_until, expires_at, second_factor_at)
       SELECT $1, id, $2, now() + make_interval(secs => least($3::int, $4::int)), now() + make_interval(secs => $4::int),
         CASE WHEN $7 THEN now() END
       FROM users WHERE id = $5 AND password_hash = $6 AND disabled_at IS NULL FOR SHARE
       RETURNING good_until AS "goodUntil"`,
      [id, client, idle, longest, user.id, user.passwordHash, proof === 'SECOND_FACTOR'],
    );
    return row?.goodUntil;
  }

  /** Begins the session of a person on their own page. @returns undefined when the person was erased */
  async insertHolders(
    { id, client }: Pick<SessionRow, 'id' | 'client'>,
    personId: string,
    { idle, longest }: SessionLifetimes,
  ): Promise<Date | undefined> {
    const [row] = await this.database.query<{ goodUntil: Date }>(
      `INSERT INTO sessions (id, person_id, client, good_until, expires_at)
       SELECT $1, id, $2, now() + make_interval(secs => least($3::int, $4::int)), now() + make_interval(secs => $4::int)
       FROM persons WHERE id = $5 AND erased_at IS NULL FOR SHARE
       RETURNING good_until AS "goodUntil"`,
      [id, client, idle, longest, personId],
    );
    return row?.goodUntil;
  }

  /** Whether it is this person's, and not over. */
  async isHolders(id: string, personId: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM sessions WHERE id = $1 AND person_id = $2 AND ended_at IS NULL AND good_until > now()',
      [id, personId],
    );
    return rows.length > 0;
  }

  async addToken(hash: Buffer, sessionId: string): Promise<void> {
    await this.database.query('INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)', [hash, sessionId]);
  }

  /** Holds the token's session, so that of any number of clients one rotates it at a time. */
  async hold(hash: Buffer): Promise<HeldToken | undefined> {
    this.database.requireTransaction();
    await this.database.query(
      `SELECT 1 FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = $1) FOR UPDATE`,
      [hash],
    );
    // A statement of its own, which sees what was committed while the one before it waited.
    const [held] = await this.database.query<HeldToken>(
      `SELECT session.id AS "sessionId", CASE WHEN session.user_id IS NULL THEN 'holder' ELSE 'user' END AS kind,
         coalesce(session.user_id, session.person_id) AS "subjectId", token.sealed_successor AS "sealedSuccessor",
         session.ended_at IS NULL AND session.good_until > clock_timestamp() AND "user".disabled_at IS NULL AS alive,
         token.replaced_at IS NOT NULL AS replaced,
         token.sealed_successor IS NOT NULL
           AND token.replaced_at > clock_timestamp() - make_interval(secs => $2) AS "successorOpens"
       FROM refresh_tokens token JOIN sessions session ON session.id = token.session_id
         LEFT JOIN users "user" ON "user".id = session.user_id
       WHERE token.hash = $1`,
      [hash, REPEAT_SECONDS],
    );
    return held;
  }

  /** Puts one token in another's place. The sealed successor of any earlier one goes: a session has one at most. */
  async replaceToken(sessionId: string, old: Buffer, sealedSuccessor: Buffer, successor: Buffer): Promise<void> {
    this.database.requireTransaction();
    await this.database.query(
      `UPDATE refresh_tokens SET sealed_successor = NULL WHERE session_id = $1 AND sealed_successor IS NOT NULL`,
      [sessionId],
    );
    await this.database.query(
      'UPDATE refresh_tokens SET replaced_at = clock_timestamp(), sealed_successor = $2 WHERE hash = $1',
      [old, sealedSuccessor],
    );
    await this.addToken(successor, sessionId);
  }

  /** @returns until when it is good without another use */
  async markUsed(id: string, idleSeconds: number): Promise<Date> {
    const [row] = await this.database.query<{ goodUntil: Date }>(
      `UPDATE sessions SET last_used_at = now(), good_until = least(expires_at, now() + make_interval(secs => $2::int))
       WHERE id = $1 RETURNING good_until AS "goodUntil"`,
      [id, idleSeconds],
    );
    if (row === undefined) throw new Error('A session that is held is there.');
    return row.goodUntil;
  }

  /** Of the sessions that are not over. */
  pageOf(userId: string, args: PageArgs): Promise<Page<SessionRow>> {
    const query = this.database.repository(SessionRow).createQueryBuilder('session').where({ userId });
    return keysetPage(query.andWhere('session.endedAt IS NULL AND session.goodUntil > now()'), args);
  }

  /** @returns false when it was over, or is somebody else's */
  async end(id: string, subjectId: string, because: SessionEnd): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE sessions SET ended_at = now(), ended_because = $3
       WHERE id = $1 AND $2 IN (user_id, person_id) AND ended_at IS NULL AND good_until > now() RETURNING id`,
      [id, subjectId, because],
    );
    return rows.length > 0;
  }

  /** @returns how many */
  async endAll(userId: string, because: SessionEnd, except: string | null = null): Promise<number> {
    const rows = await this.database.query(
      `UPDATE sessions SET ended_at = now(), ended_because = $2
       WHERE user_id = $1 AND ended_at IS NULL AND good_until > now() AND id IS DISTINCT FROM $3::uuid RETURNING id`,
      [userId, because, except],
    );
    return rows.length;
  }

  /** Of a person's own page. @returns how many */
  async endHolders(personId: string, because: SessionEnd): Promise<number> {
    const rows = await this.database.query(
      `UPDATE sessions SET ended_at = now(), ended_because = $2
       WHERE person_id = $1 AND ended_at IS NULL AND good_until > now() RETURNING id`,
      [personId, because],
    );
    return rows.length;
  }

  async markSecondFactor(id: string): Promise<Date> {
    const [row] = await this.database.query<{ at: Date }>(
      'UPDATE sessions SET second_factor_at = now() WHERE id = $1 RETURNING second_factor_at AS at',
      [id],
    );
    if (row === undefined) throw new Error('A session that asks is there.');
    return row.at;
  }

  async showedSecondFactor(id: string, withinSeconds: number): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM sessions WHERE id = $1 AND second_factor_at > now() - make_interval(secs => $2)',
      [id, withinSeconds],
    );
    return rows.length > 0;
  }

  /** @returns how many */
  async endWithoutSecondFactor(userId: string): Promise<number> {
    const rows = await this.database.query(
      `UPDATE sessions SET ended_at = now(), ended_because = 'SECOND_FACTOR_CHANGED'
       WHERE user_id = $1 AND ended_at IS NULL AND good_until > now() AND second_factor_at IS NULL RETURNING id`,
      [userId],
    );
    return rows.length;
  }

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async forgetSuccessors(): Promise<void> {
    await this.database.query(
      `UPDATE refresh_tokens SET sealed_successor = NULL
       WHERE sealed_successor IS NOT NULL AND replaced_at < now() - make_interval(secs => $1)`,
      [REPEAT_SECONDS],
    );
  }

  /** Their tokens go with them. */
  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM sessions WHERE good_until < now() - make_interval(hours => $1)', [
      KEEP_HOURS,
    ]);
  }
}
