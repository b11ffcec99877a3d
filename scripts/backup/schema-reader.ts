import type pg from 'pg';
import { LEFT_OUT } from './tables.js';

export interface DatabaseTable {
  readonly name: string;
  /** Those that can be written. */
  readonly columns: readonly string[];
  /** Tables that it refers to, without itself. */
  readonly refersTo: readonly string[];
}

const TABLES = `
  SELECT class.relname AS name,
    ARRAY(SELECT attname::text FROM pg_attribute
          WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
    ARRAY(SELECT DISTINCT confrelid::regclass::text FROM pg_constraint
          WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> class.oid) AS "refersTo"
  FROM pg_class AS class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`;

/** The tables of Presente; those of the queue are in a schema of their own, and are made anew from the outbox. */
export async function readTables(client: pg.ClientBase): Promise<DatabaseTable[]> {
  return (await client.query<DatabaseTable>(TABLES)).rows;
}

/** What is backed up, in an order in which what is referred to comes first. */
export function inOrder(tables: readonly DatabaseTable[]): DatabaseTable[] {
  const waiting = new Map(tables.filter(({ name }) => !Object.hasOwn(LEFT_OUT, name)).map((one) => [one.name, one]));
  const ordered: DatabaseTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ refersTo }) => !refersTo.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${[...waiting.keys()].join(', ')}.`);
    for (const one of ready) waiting.delete(one.name);
    ordered.push(...ready);
  }
  return ordered;
}

/** For the transaction in which rows are written out or put back: in one form whatever the server's settings are, and for as long as it takes. */
export const COPYING = `SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL statement_timeout = 0`;

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
