import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that are prepared; of a program's own there are about a hundred. What comes after them is sent as it is. */
const MAX_STATEMENTS = 500;

/** Names of statements by their text, the same on every connection. */
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_STATEMENTS) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

/**
 * Has PostgreSQL parse and plan a statement once for each connection, and not each time it runs: a validation takes about
 * forty, most of which take longer to plan than to run. For the option `Client` of pg's pools, as TypeORM and BullMQ make
 * them. Statements without parameters are sent as they are: they may be several, or `BEGIN`.
 */
export class PreparingClient extends pg.Client {
  /** @returns what pg returns for such parameters: its own overloads say what, to which `never` is no contradiction */
  override query(statement: unknown, values?: unknown, callback?: unknown): never {
    const run = super.query.bind(this) as (...parameters: unknown[]) => never;
    const name = typeof statement === 'string' && hasParameters(values) ? nameOf(statement) : undefined;
    return name === undefined ? run(statement, values, callback) : run({ name, text: statement, values }, callback);
  }
}

const hasParameters = (values: unknown): boolean => Array.isArray(values) && values.length > 0;
