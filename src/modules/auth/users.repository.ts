import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs } from '../../common/graphql/connection.js';
import { Database } from '../../platform/database/database.js';
import { keysetPage } from '../../platform/database/keyset.js';
import { UserRow } from './user.entity.js';

/** One fixed number, so that two processes starting at once don't both make a first administrator. */
const FIRST_USER_LOCK = 7_301;

export type SignedInUser = Pick<UserRow, 'id' | 'roles'>;

export interface UserName extends Pick<UserRow, 'id' | 'displayName' | 'roles'> {
  readonly disabled: boolean;
}

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<UserRow | null> {
    return this.database.first(UserRow, { id });
  }

  findByEmail(email: string): Promise<UserRow | null> {
    return this.database.repository(UserRow).findOneBy({ email });
  }

  /** The user of a session that is not over. */
  async findSignedIn(id: string, sessionId: string): Promise<SignedInUser | null> {
    const [user] = await this.database.query<SignedInUser>(
      `SELECT users.id, users.roles FROM users
       JOIN sessions ON sessions.user_id = users.id AND sessions.id = $2
       WHERE users.id = $1 AND users.disabled_at IS NULL AND sessions.ended_at IS NULL AND sessions.good_until > now()`,
      [id, sessionId],
    );
    return user ?? null;
  }

  page(args: PageArgs): Promise<Page<UserRow>> {
    return keysetPage(this.database.repository(UserRow).createQueryBuilder('user'), args);
  }

  /** Everybody, without what is theirs alone. */
  names(): Promise<UserName[]> {
    return this.database.query<UserName>(
      `SELECT id, display_name AS "displayName", roles, disabled_at IS NOT NULL AS disabled FROM users ORDER BY display_name, id`,
    );
  }

  async insert(user: Omit<UserRow, 'createdAt' | 'disabledAt'>): Promise<void> {
    await this.database.repository(UserRow).insert(user);
  }

  async update(id: string, change: Partial<Pick<UserRow, 'roles' | 'disabledAt'>>): Promise<void> {
    await this.database.repository(UserRow).update({ id }, change);
  }

  /** @returns false when it is not the password that was checked any more */
  async replacePassword({ id, passwordHash }: UserRow, newHash: string): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING id',
      [id, passwordHash, newHash],
    );
    return rows.length > 0;
  }

  /** True when nobody can sign in yet; holds others back until the open transaction ends. */
  async isEmptyAndMine(): Promise<boolean> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [FIRST_USER_LOCK]);
    return !(await this.database.repository(UserRow).exists());
  }
}
