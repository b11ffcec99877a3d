import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { type Criteria, RowMapper } from './row-mapper.js';

interface Transaction {
  readonly manager: EntityManager;
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
}

/**
 * The door to PostgreSQL. A use case opens a transaction at its edge; every repository it calls inside joins it, without
 * handing a manager from call to call. Repositories are the only callers that see TypeORM.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly mappers = new Map<unknown, unknown>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the open transaction, or of the pool when there is none. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** The row with these values, or null. @param lock held until the open transaction has ended */
  async first<Row extends ObjectLiteral>(
    entity: new () => Row,
    criteria: Criteria<Row>,
    lock?: 'FOR SHARE' | 'FOR UPDATE',
  ): Promise<Row | null> {
    if (lock !== undefined) this.requireTransaction();
    const mapper = this.mapperOf(entity);
    const { sql, parameters } = mapper.selection(criteria, lock);
    const [raw] = await this.query<Record<string, unknown>>(sql, parameters);
    return raw === undefined ? null : mapper.read(raw);
  }

  /** @returns the row as the database keeps it, with its defaults and what its triggers made of it */
  async insert<Row extends ObjectLiteral>(entity: new () => Row, values: Criteria<Row>): Promise<Row> {
    const mapper = this.mapperOf(entity);
    const { sql, parameters } = mapper.insertion(values);
    const [raw] = await this.query<Record<string, unknown>>(sql, parameters);
    if (raw === undefined) throw new Error('A row that was inserted is there.');
    return mapper.read(raw);
  }

  /** Rows of a statement that TypeORM's builder can't say; for `UPDATE … RETURNING` too. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // TypeORM answers UPDATE and DELETE with [rows, count], everything else with rows.
    const rows = Array.isArray(result) && Array.isArray(result[0]) ? (result[0] as unknown) : result;
    return rows as Row[];
  }

  private mapperOf<Row extends ObjectLiteral>(entity: new () => Row): RowMapper<Row> {
    const known = this.mappers.get(entity) as RowMapper<Row> | undefined;
    const mapper = known ?? new RowMapper(this.dataSource, entity);
    this.mappers.set(entity, mapper);
    return mapper;
  }

  /** Runs `work` in a transaction; inside another one it joins that. Everything or nothing is written. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore() !== undefined) return work();
    const beforeCommit: (() => Promise<void>)[] = [];
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction((manager) =>
      this.current.run({ manager, beforeCommit, afterCommit }, async () => {
        const made = await work();
        for (const action of beforeCommit) await action();
        return made;
      }),
    );
    for (const action of afterCommit) action();
    return result;
  }

  /** Runs `action` in the open transaction as the last thing before its commit: locks taken there are held shortest. */
  beforeCommit(action: () => Promise<void>): void {
    this.requireTransaction();
    this.current.getStore()?.beforeCommit.push(action);
  }

  /** Runs `action` once the open transaction is committed, and never when it is rolled back. */
  afterCommit(action: () => void): void {
    const transaction = this.current.getStore();
    if (transaction === undefined) action();
    else transaction.afterCommit.push(action);
  }

  /** Throws when what the caller is about to do must not be done outside a transaction. */
  requireTransaction(): void {
    if (this.current.getStore() === undefined) throw new Error('This must run inside Database.transaction().');
  }

  /** Connections of this process by what they do; `waiting` are callers that have none yet. */
  get pool(): { readonly idle: number; readonly busy: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = (this.dataSource.driver as PostgresDriver).master as pg.Pool;
    return { idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount };
  }

  /** Milliseconds of a round trip. */
  async ping(): Promise<number> {
    const start = performance.now();
    await this.dataSource.query('SELECT 1');
    return performance.now() - start;
  }

  /** Milliseconds by which its clock is ahead of ours; the time that the answer takes is not known. */
  async clockAhead(): Promise<number> {
    const [row] = await this.query<{ now: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float AS now',
    );
    return (row?.now ?? Number.NaN) - Date.now();
  }

  async pendingMigrations(): Promise<boolean> {
    return this.dataSource.showMigrations();
  }
}
