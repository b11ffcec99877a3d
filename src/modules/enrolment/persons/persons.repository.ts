import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { PersonRow } from './person.entity.js';

@Injectable()
export class PersonsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<PersonRow | null> {
    return this.database.first(PersonRow, { id });
  }

  findByExternalIdIndex(externalIdIndex: Buffer): Promise<PersonRow | null> {
    return this.database.repository(PersonRow).findOneBy({ externalIdIndex });
  }

  page(args: PageArgs): Promise<Page<PersonRow>> {
    return keysetPage(
      this.database.repository(PersonRow).createQueryBuilder('person').where({ erasedAt: IsNull() }),
      args,
    );
  }

  /** Nobody can erase the person before the open transaction has ended. @returns false when somebody did */
  async hold(id: string): Promise<boolean> {
    this.database.requireTransaction();
    const rows = await this.database.query('SELECT 1 FROM persons WHERE id = $1 AND erased_at IS NULL FOR SHARE', [id]);
    return rows.length > 0;
  }

  async insert(person: Omit<PersonRow, 'createdAt' | 'erasedAt'>): Promise<void> {
    await this.database.repository(PersonRow).insert(person);
  }
}
