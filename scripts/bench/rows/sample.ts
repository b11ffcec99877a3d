import { type Client } from 'pg';
import { OperatorError } from '../../support/operator-error.js';

/** What is asked for, drawn from what was generated. */
export interface Sample {
  readonly attempt: string;
  /** Nine tenths of all attempts, and of all events, are newer. */
  readonly deepAttempt: string;
  readonly deepEvent: string;
  readonly checkpoint: string;
  /** Those with the most attempts first; each is asked about or erased once. */
  readonly persons: readonly string[];
  readonly credential: string;
  readonly device: string;
  /** OPEN, with time left. */
  readonly waiting: readonly string[];
}

export async function drawSample(client: Client): Promise<Sample> {
  const ids = async (sql: string): Promise<string[]> =>
    (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const one = async (sql: string): Promise<string> => {
    const [id] = await ids(sql);
    if (id === undefined) throw new OperatorError('Too few attempts: there is nothing to ask for.');
    return id;
  };
  const deep = (table: string, id: string): string =>
    `SELECT ${id} AS id FROM ${table} ORDER BY ${id} OFFSET (SELECT count(*) / 10 FROM ${table}) LIMIT 1`;
  const persons = await ids(
    'SELECT person_id AS id FROM validation_attempts WHERE person_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 40',
  );
  return {
    attempt: await one('SELECT id FROM validation_attempts WHERE finished_at IS NOT NULL OFFSET 500 LIMIT 1'),
    deepAttempt: await one(deep('validation_attempts', 'id')),
    deepEvent: await one(deep('audit_events', 'sequence')),
    checkpoint: await one(
      'SELECT checkpoint_id AS id FROM validation_attempts GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    ),
    persons,
    credential: await one(`SELECT id FROM credentials WHERE person_id = '${persons[0] ?? ''}' AND revoked_at IS NULL`),
    device: await one('SELECT id FROM devices LIMIT 1'),
    waiting: await ids(
      `SELECT id FROM validation_attempts WHERE state = 'OPEN' AND deadline_at > now() + interval '1 hour' LIMIT 100`,
    ),
  };
}
