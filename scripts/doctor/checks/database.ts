import pg from 'pg';
import { failure, type Finding, ok, warning } from '../finding.js';

const leastVersion = 15;

export interface DatabaseReport {
  readonly findings: readonly Finding[];
  /** Milliseconds by which its clock is ahead of ours; undefined when it was not reached. */
  readonly skew?: number;
}

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly now: number;
  readonly migrations: boolean;
}

/** @param known names of the migrations that this version of Presente has */
export async function checkDatabase(url: string, known: readonly string[]): Promise<DatabaseReport> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined); // A server that leaves meanwhile fails the query too.
  try {
    await client.connect();
    const asked = Date.now();
    const { rows } = await client.query<Facts>(`
      SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now, to_regclass('migrations') IS NOT NULL AS migrations`);
    const [facts] = rows;
    if (facts === undefined) throw new Error('a query of one row gave none');
    const skew = facts.now - (asked + Date.now()) / 2;
    const done = facts.migrations
      ? (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map(({ name }) => name)
      : [];
    return { findings: [...server(facts), ...migrations(known, done)], skew };
  } catch (error) {
    return { findings: [unreachable(error)] };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function server({ version, encoding }: Facts): Finding[] {
  const findings: Finding[] = [];
  if (version < leastVersion)
    findings.push(failure(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${leastVersion} or newer.`));
  if (encoding !== 'UTF8') {
    findings.push(
      failure(
        `the database's encoding is ${encoding}`,
        `Make it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'`,
      ),
    );
  }
  return findings.length > 0 ? findings : [ok(`PostgreSQL ${version}, ${encoding}`)];
}

function migrations(known: readonly string[], done: readonly string[]): Finding[] {
  const pending = known.filter((name) => !done.includes(name));
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return [
      failure(
        `it was used by a newer Presente (${unknown.join(', ')})`,
        'Run that version again, or put back a backup from before it.',
      ),
    ];
  }
  if (pending.length === 0) return [ok('every migration is done')];
  return [
    warning(
      `${pending.length} migrations are not done yet`,
      '"npm start" does them; in production run dist/src/main.migrate.js.',
    ),
  ];
}

function unreachable(error: unknown): Finding {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000') {
    return failure(
      'the database refuses the password',
      'A data folder or volume keeps the password it was made with: use that one, or make the volume anew (that loses its data).',
    );
  }
  if (code === '3D000')
    return failure(
      'that server has no such database',
      'Make it with CREATE DATABASE, or correct the name in DATABASE_URL.',
    );
  return failure(
    `no answer: ${code ?? ''} ${message ?? ''}`.trim(),
    'Start that PostgreSQL, correct DATABASE_URL, or leave it empty for the embedded one.',
  );
}
