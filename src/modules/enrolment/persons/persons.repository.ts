import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { PersonRow } from './person.entity.js';

@Injectable()
export class PersonsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<PersonRow | null> {
    return this.database.repository(PersonRow).findOneBy({ id });
  }

  findByExternalIdIndex(externalIdIndex: Buffer): Promise<PersonRow | null> {
    return this.database.repository(PersonRow).findOneBy({ externalIdIndex });
  }

  page(args: PageArgs): Promise<Page<PersonRow>> {
    return keysetPage(this.database.repository(PersonRow).createQueryBuilder('person'), args);
  }

  async insert(person: Omit<PersonRow, 'createdAt'>): Promise<void> {
    await this.database.repository(PersonRow).insert(person);
  }
}
