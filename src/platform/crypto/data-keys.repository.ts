import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors/domain-error.js';
import { Database } from '../database/database.js';
import { DataKeyRow } from './data-key.entity.js';
import { KeyEncryption, type WrappedKey } from './key-encryption.js';

/** How many data keys one key-encryption key holds. */
export interface KekUse {
  readonly kekId: string;
  readonly count: number;
}

/** A new key of a subject's, 32 bytes, with the form in which it is stored. */
export interface DrawnKey extends WrappedKey {
  readonly subjectId: string;
  readonly key: Buffer;
}

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
    const drawn = await this.draw(subjectId);
    await this.store([drawn]);
    return drawn.key;
  }

  /** A key for `subjectId` that is not stored yet: a key service is not to be waited for with a transaction open. */
  async draw(subjectId: string): Promise<DrawnKey> {
    const key = randomBytes(32);
    return { subjectId, key, ...(await this.keyEncryption.wrap(key, [subjectId])) };
  }

  async store(drawn: readonly DrawnKey[]): Promise<void> {
    const rows = drawn.map(({ subjectId, kekId, wrapped }) => ({ subjectId, kekId, wrapped }));
    await this.database.repository(DataKeyRow).insert(rows);
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

  /**
   * Puts a new key in the place of the subject's, or makes the first: what the old one sealed opens no more. What shall
   * stay is sealed anew in the same transaction.
   * @returns 32 bytes
   */
  async renew(subjectId: string): Promise<Buffer> {
    this.database.requireTransaction();
    const key = randomBytes(32);
    const { kekId, wrapped } = await this.keyEncryption.wrap(key, [subjectId]);
    await this.database.query(
      `INSERT INTO data_keys (subject_id, kek_id, wrapped) VALUES ($1, $2, $3)
       ON CONFLICT (subject_id) DO UPDATE
         SET kek_id = excluded.kek_id, wrapped = excluded.wrapped, created_at = now()`,
      [subjectId, kekId, wrapped],
    );
    return key;
  }

  /** @throws NotFoundError when the key was never made or is destroyed */
  async open(subjectId: string): Promise<Buffer> {
    return (await this.openAll([subjectId])).get(subjectId) ?? missing();
  }

  /** The keys of many subjects in one query; destroyed ones are left out. */
  async openAll(subjectIds: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await this.database.query<DataKeyRow>(
      'SELECT subject_id AS "subjectId", kek_id AS "kekId", wrapped FROM data_keys WHERE subject_id = ANY($1)',
      [subjectIds],
    );
    const keys = await Promise.all(
      rows.map(async (row) => [row.subjectId, await this.keyEncryption.unwrap(row, [row.subjectId])] as const),
    );
    return new Map(keys);
  }

  /**
   * A key of `subjectId` that was read together with what it seals.
   * @throws NotFoundError when it was never made or is destroyed
   */
  unwrap(subjectId: string, kekId: string | null, wrapped: Buffer | null): Promise<Buffer> {
    if (kekId === null || wrapped === null) return missing();
    return this.keyEncryption.unwrap({ kekId, wrapped }, [subjectId]);
  }

  /** Which key-encryption keys hold how many data keys. */
  uses(): Promise<KekUse[]> {
    return this.database.query<KekUse>(
      'SELECT kek_id AS "kekId", count(*)::int AS count FROM data_keys GROUP BY kek_id ORDER BY kek_id',
    );
  }

  /** The next keys, by subject, that another than the current key-encryption key wraps. @param after null to begin */
  async outdated(after: string | null, limit: number): Promise<DataKeyRow[]> {
    return this.database.query<DataKeyRow>(
      `SELECT subject_id AS "subjectId", kek_id AS "kekId", wrapped FROM data_keys
       WHERE kek_id <> $1 AND ($2::uuid IS NULL OR subject_id > $2) ORDER BY subject_id LIMIT $3`,
      [this.keyEncryption.kekId, after, limit],
    );
  }

  /**
   * Wraps the same key anew under the current key-encryption key. Readers see the old row or the new one, and either
   * opens; a key that was destroyed meanwhile stays destroyed.
   * @param write false to see only whether it could be done
   * @throws SealBrokenError when it does not open
   */
  async rewrap({ subjectId, kekId, wrapped }: WrappedKey & Pick<DataKeyRow, 'subjectId'>, write = true): Promise<void> {
    const key = await this.keyEncryption.unwrap({ kekId, wrapped }, [subjectId]);
    if (!write) return;
    const renewed = await this.keyEncryption.wrap(key, [subjectId]);
    await this.database.query(
      'UPDATE data_keys SET kek_id = $2, wrapped = $3 WHERE subject_id = $1 AND kek_id = $4 AND wrapped = $5',
      [subjectId, renewed.kekId, renewed.wrapped, kekId, wrapped],
    );
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
