import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors/domain-error.js';
import { Database } from '../database/database.js';
import { DataKeyRow } from './data-key.entity.js';
import { KeyEncryption } from './key-encryption.js';

/**
 * One data key for each person, and one for each consent that a template stands on. Destroying a key makes everything
 * sealed under it unreadable, wherever a copy of it is.
 */
@Injectable()
export class DataKeys {
  constructor(
    private readonly database: Database,
    private readonly keyEncryption: KeyEncryption,
  ) {}

  /** Makes and stores the key of `subjectId`. @returns 32 bytes */
  async create(subjectId: string): Promise<Buffer> {
    const key = randomBytes(32);
    const wrapped = await this.keyEncryption.wrap(key, [subjectId]);
    await this.database.repository(DataKeyRow).insert({ subjectId, ...wrapped });
    return key;
  }

  /** The key of `subjectId`, made when there is none; of those who make it at once, all get the same. @returns 32 bytes */
  async openOrCreate(subjectId: string): Promise<Buffer> {
    const wrapped = await this.keyEncryption.wrap(randomBytes(32), [subjectId]);
    await this.database
      .repository(DataKeyRow)
      .createQueryBuilder()
      .insert()
      .values({ subjectId, ...wrapped })
      .orIgnore()
      .execute();
    return this.open(subjectId);
  }

  /** @throws NotFoundError when the key was never made or is destroyed */
  async open(subjectId: string): Promise<Buffer> {
    return (await this.openAll([subjectId])).get(subjectId) ?? missing();
  }

  /** The keys of many subjects in one query; destroyed ones are left out. */
  async openAll(subjectIds: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await this.database
      .repository(DataKeyRow)
      .createQueryBuilder('key')
      .whereInIds([...subjectIds])
      .getMany();
    const keys = await Promise.all(
      rows.map(async (row) => [row.subjectId, await this.keyEncryption.unwrap(row, [row.subjectId])] as const),
    );
    return new Map(keys);
  }

  /** Nothing that was sealed under it opens any more. Must run in the transaction that ends its subject. */
  async destroy(subjectId: string): Promise<void> {
    this.database.requireTransaction();
    await this.database.repository(DataKeyRow).delete({ subjectId });
  }
}

function missing(): never {
  throw new NotFoundError('Data key');
}
