import type pg from 'pg';
import { type ErasureClaims } from '../../src/modules/privacy/index.js';

interface Check {
  readonly name: string;
  /** Counts what must not be there; $1 is the person, $2 the hash or hashes of the receipt, where it has some. */
  readonly sql: string;
  readonly evidence?: (evidence: ErasureClaims['evidence']) => string | readonly string[];
}

const hashOf = (column: string): string => `encode(sha256(${column}), 'hex')`;

/** By the person's id and by what the receipt remembers of the bytes, so that a copy under another id is found too. */
const checks: readonly Check[] = [
  {
    name: 'the data key',
    sql: `SELECT count(*)::int FROM data_keys WHERE subject_id = $1 OR ${hashOf('wrapped')} = $2`,
    evidence: ({ dataKey }) => dataKey,
  },
  {
    name: 'the keys of templates',
    sql: `SELECT count(*)::int FROM data_keys
          WHERE subject_id IN (SELECT id FROM consents WHERE person_id = $1) OR ${hashOf('wrapped')} = ANY($2)`,
    evidence: ({ templateKeys }) => templateKeys,
  },
  {
    name: 'templates',
    sql: `SELECT count(*)::int FROM templates WHERE person_id = $1 OR ${hashOf('sealed')} = ANY($2)`,
    evidence: ({ templates }) => templates,
  },
  {
    name: 'the profile',
    sql: `SELECT count(*)::int FROM persons WHERE
            id = $1 AND (sealed_profile IS NOT NULL OR external_id_index IS NOT NULL OR erased_at IS NULL)
            OR ${hashOf('sealed_profile')} = $2`,
    evidence: ({ profile }) => profile,
  },
  {
    name: 'active consents',
    sql: 'SELECT count(*)::int FROM consents WHERE person_id = $1 AND withdrawn_at IS NULL',
  },
  {
    name: 'evidence of consents',
    sql: 'SELECT count(*)::int FROM consents WHERE person_id = $1 AND sealed_evidence IS NOT NULL',
  },
  {
    name: 'active credentials',
    sql: 'SELECT count(*)::int FROM credentials WHERE person_id = $1 AND revoked_at IS NULL',
  },
  {
    name: 'sessions of their own page',
    sql: 'SELECT count(*)::int FROM sessions WHERE person_id = $1',
  },
  {
    name: 'invitations to it',
    sql: 'SELECT count(*)::int FROM holder_invitations WHERE person_id = $1',
  },
  {
    name: 'a PIN',
    sql: 'SELECT count(*)::int FROM person_pins WHERE person_id = $1',
  },
  {
    name: 'counts of wrong PINs',
    sql: 'SELECT count(*)::int FROM pin_failures WHERE person_id = $1',
  },
  {
    name: 'running enrolments',
    sql: 'SELECT count(*)::int FROM enrolments WHERE person_id = $1 AND finished_at IS NULL',
  },
  {
    name: 'running validations',
    sql: 'SELECT count(*)::int FROM validation_attempts WHERE person_id = $1 AND finished_at IS NULL',
  },
  {
    // One that was refused at once may name what is left of the person: the card was shown a moment before, or after.
    name: 'compared validations',
    sql: `SELECT count(*)::int FROM validation_attempts
          WHERE person_id = $1 AND num_nonnulls(model_id, comparison_score, pad_live) > 0`,
  },
  {
    name: 'counts of failed comparisons',
    sql: 'SELECT count(*)::int FROM comparison_failures WHERE person_id = $1',
  },
];

export interface Leftover {
  readonly name: string;
  readonly count: number;
}

/** How much of each kind of what was erased is in the database now; all zero is how it must be. */
export async function leftovers(client: pg.ClientBase, { sub, evidence }: ErasureClaims): Promise<Leftover[]> {
  // One moment for all: nothing can move from one table to another between two looks.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const found: Leftover[] = [];
  for (const { name, sql, evidence: of } of checks) {
    const parameters = of === undefined ? [sub] : [sub, of(evidence)];
    const { rows } = await client.query<{ count: number }>(sql, parameters);
    found.push({ name, count: rows[0]?.count ?? 0 });
  }
  await client.query('COMMIT');
  return found;
}
