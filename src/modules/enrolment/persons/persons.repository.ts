import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { PersonRow } from './person.entity.js';
import { PersonStanding } from './person-standing.js';
import { standingCase, standingCondition } from './standing-sql.js';

export interface PersonFilter {
  /** All of these. */
  readonly terms?: readonly number[];
  readonly standing?: PersonStanding | null | undefined;
}

/** A person as they are put in. */
export type NewPerson = Omit<PersonRow, 'createdAt' | 'erasedAt' | 'importId'>;

@Injectable()
export class PersonsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<PersonRow | null> {
    return this.database.first(PersonRow, { id });
  }

  findByExternalIdIndex(externalIdIndex: Buffer): Promise<PersonRow | null> {
    return this.database.repository(PersonRow).findOneBy({ externalIdIndex });
  }

  findByExternalIdIndexes(indexes: readonly Buffer[]): Promise<PersonRow[]> {
    return this.database.repository(PersonRow).findBy({ externalIdIndex: In([...indexes]) });
  }

  page(args: PageArgs, { terms = [], standing }: PersonFilter = {}): Promise<Page<PersonRow>> {
    const query = this.database.repository(PersonRow).createQueryBuilder('person').where({ erasedAt: IsNull() });
    if (terms.length > 0) query.andWhere('person.searchTerms @> :terms', { terms });
    if (standing) query.andWhere(standingCondition(standing, 'person'));
    return keysetPage(query, args);
  }

  /** Of each of these who lives. */
  async standingsOf(ids: readonly string[]): Promise<Map<string, PersonStanding>> {
    const rows = await this.database.query<{ id: string; standing: PersonStanding }>(
      `SELECT id, ${standingCase('persons')} AS standing FROM persons WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, standing }) => [id, standing]));
  }

  /** Nobody can erase the person before the open transaction has ended. @returns false when somebody did */
  async hold(id: string): Promise<boolean> {
    this.database.requireTransaction();
    const rows = await this.database.query('SELECT 1 FROM persons WHERE id = $1 AND erased_at IS NULL FOR SHARE', [id]);
    return rows.length > 0;
  }

  /** The person, to change what they are; null when they were erased. */
  lock(id: string): Promise<PersonRow | null> {
    return this.database.first(PersonRow, { id, erasedAt: null }, 'FOR UPDATE');
  }

  async insert(person: NewPerson): Promise<void> {
    await this.database.repository(PersonRow).insert(person);
  }

  /**
   * Those of an import, but for those who are there by now. In the order of their index, as everybody who brings many does:
   * two who bring the same wait for each other, and not in a circle.
   * @returns ids of those who were inserted
   */
  async insertNew(persons: readonly NewPerson[], importId: string): Promise<Set<string>> {
    const rows = persons.map(({ externalIdIndex, sealedProfile, ...row }) => ({
      ...row,
      externalIdIndex: externalIdIndex?.toString('hex'),
      sealedProfile: sealedProfile?.toString('hex'),
    }));
    const inserted = await this.database.query<{ id: string }>(
      `INSERT INTO persons (id, external_id_index, kind, sealed_profile, search_terms, import_id)
       SELECT id, decode("externalIdIndex", 'hex'), kind, decode("sealedProfile", 'hex'), "searchTerms", $2
       FROM jsonb_to_recordset($1) AS person (id uuid, "externalIdIndex" text, kind text, "sealedProfile" text, "searchTerms" integer[])
       ORDER BY "externalIdIndex"
       ON CONFLICT (external_id_index) DO NOTHING RETURNING id`,
      [JSON.stringify(rows), importId],
    );
    return new Set(inserted.map(({ id }) => id));
  }

  /** What they are is another from now on. */
  async change(id: string, changes: Partial<Omit<NewPerson, 'id'>>): Promise<void> {
    await this.database.repository(PersonRow).update({ id }, changes);
  }

  /** Those who can't be searched yet, to be changed in the open transaction; whoever is changed already is left out. */
  lockToIndex(limit: number): Promise<PersonRow[]> {
    this.database.requireTransaction();
    return this.database
      .repository(PersonRow)
      .createQueryBuilder('person')
      .where('person.searchTerms IS NULL AND person.erasedAt IS NULL')
      .orderBy('person.id')
      .take(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }
}
