import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs } from '../../common/graphql/connection.js';
import { Database } from '../../platform/database/database.js';
import { keysetPage } from '../../platform/database/keyset.js';
import { UserRow } from './user.entity.js';

/** One fixed number, so that two processes starting at once don't both make a first administrator. */
const FIRST_USER_LOCK = 7_301;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<UserRow | null> {
    return this.database.repository(UserRow).findOneBy({ id });
  }

  findByEmail(email: string): Promise<UserRow | null> {
    return this.database.repository(UserRow).findOneBy({ email });
  }

  page(args: PageArgs): Promise<Page<UserRow>> {
    return keysetPage(this.database.repository(UserRow).createQueryBuilder('user'), args);
  }

  async insert(user: Omit<UserRow, 'createdAt' | 'disabledAt'>): Promise<void> {
    await this.database.repository(UserRow).insert(user);
  }

  async update(id: string, change: Partial<Pick<UserRow, 'roles' | 'disabledAt' | 'passwordHash'>>): Promise<void> {
    await this.database.repository(UserRow).update({ id }, change);
  }

  /** True when nobody can sign in yet; holds others back until the open transaction ends. */
  async isEmptyAndMine(): Promise<boolean> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [FIRST_USER_LOCK]);
    return !(await this.database.repository(UserRow).exists());
  }
}
