import { type Client } from 'pg';

/** How much is generated; everything else follows from the number of attempts. */
export interface Volume {
  readonly attempts: number;
  readonly persons: number;
  readonly checkpoints: number;
  /** Attempts that are not final yet, and those of them whose deadline is past. */
  readonly running: number;
  readonly overdue: number;
}

/** A university's: a hundred validations a person in eight months, so that the rule of 180 days has something to do. */
export const volumeOf = (attempts: number): Volume => ({
  attempts,
  persons: Math.max(50, Math.round(attempts / 100)),
  checkpoints: 40,
  running: 300,
  overdue: 1_500,
});

const DAYS = 240;
/** What is older was forgotten by the retention; between it and its 180 days lies what it is late with. */
const FORGOTTEN_DAYS = 200;
/** Rows of one statement: progress can be told, and no transaction is large. */
const BATCH = 100_000;

/** Who is there, by number, so that a row can be drawn by a random one. For as long as the session lasts. */
const people = ({ persons, checkpoints }: Volume): string[] => [
  'SELECT setseed(0.5)',
  `INSERT INTO users (id, email, display_name, password_hash, roles)
   SELECT gen_random_uuid(), 'user' || n || '@school.test', 'User ' || n, 'none', '{OPERATOR}' FROM generate_series(1, 30) AS n`,
  `INSERT INTO checkpoints (id, name, target_fmr, created_by)
   SELECT uuidv7(interval '-400 days'), 'Puerta ' || n, 0.0001, gen_random_uuid() FROM generate_series(1, ${checkpoints}) AS n`,
  `INSERT INTO devices (id, checkpoint_id, name, client, public_key, paired_by)
   SELECT gen_random_uuid(), id, 'Kiosk ' || n, 'bench', '{}', created_by FROM checkpoints, generate_series(1, 2) AS n`,
  `CREATE TEMP TABLE person AS
   SELECT n, uuidv7(days) AS id, uuidv7(days) AS consent, uuidv7(days) AS enrolment, uuidv7(days) AS card, now() + days AS since
   FROM (SELECT n, make_interval(days => CASE n % 3 WHEN 0 THEN -400 ELSE -${DAYS} END) AS days
         FROM generate_series(0, ${persons - 1}) AS n) AS registered`,
  `CREATE TEMP TABLE place AS
   SELECT row_number() OVER () - 1 AS n, id AS device, checkpoint_id AS checkpoint FROM devices`,
  'ANALYZE person, place',
];

/** A name, a consent, a template and a card each; every tenth withdrew once, every fifth had a card before. */
const enrolled: string[] = [
  `INSERT INTO data_keys (subject_id, kek_id, wrapped)
   SELECT subject, 'local', sha256(subject::text::bytea) FROM person, LATERAL (VALUES (id), (consent)) AS key (subject)`,
  // Beginnings of some thirty letters in all; those of one common surname are everybody’s fiftieth’s.
  `INSERT INTO persons (id, external_id_index, kind, sealed_profile, search_terms, created_at)
   SELECT id, sha256(id::text::bytea), 'STUDENT', decode(repeat('ab', 120), 'hex'),
     ARRAY(SELECT abs(hashtext(n || 'x' || term)) % 65536 FROM generate_series(1, 28) AS term)
       || CASE WHEN n % 50 = 0 THEN '{70001,70002}'::int[] ELSE '{}' END, since FROM person`,
  `INSERT INTO consents (id, person_id, text_version, language, given_by, recorded_by, given_at, withdrawn_at, active)
   SELECT uuidv7(since - now()), id, '2026-1', 'es', 'PERSON', id, since, since + interval '1 day', false FROM person WHERE n % 10 = 0`,
  `INSERT INTO consents (id, person_id, text_version, language, given_by, recorded_by, given_at)
   SELECT consent, id, '2026-1', 'es', 'PERSON', id, since FROM person`,
  `INSERT INTO enrolments (id, person_id, consent_id, state, opened_by, correlation_id, created_at, deadline_at, finished_at)
   SELECT enrolment, id, consent, 'COMPLETED', id, gen_random_uuid()::text, since, since + interval '2 min', since + interval '9 s'
   FROM person`,
  `INSERT INTO templates (id, person_id, enrolment_id, consent_id, key_id, model_id, model_version, protection, generation, sealed, created_at)
   SELECT uuidv7(since - now()), id, enrolment, consent, consent, 'arcface', '1', 'orthonormal-1', gen_random_uuid(),
     decode(repeat('ab', 2100), 'hex'), since FROM person`,
  `INSERT INTO credentials (id, person_id, kind, issued_by, issued_at, expires_at, revoked_at, revoked_reason)
   SELECT uuidv7(since - now()), id, 'CARD', id, since, since + interval '2 years', since + interval '1 day', 'Lost.' FROM person WHERE n % 5 = 0`,
  `INSERT INTO credentials (id, person_id, kind, issued_by, issued_at, expires_at)
   SELECT card, id, 'CARD', id, since, since + interval '2 years' FROM person`,
  `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at)
   SELECT id, id, 1 + n % 4, now() - make_interval(mins => n::int) FROM person WHERE n % 50 = 0`,
];

/** Some come daily and some hardly ever; a main entrance sees many times what a side door sees. */
const drawn = ({ persons, checkpoints }: Volume): string => `
  floor(power(random(), 2) * ${persons})::int AS who, floor(power(random(), 2) * ${checkpoints * 2})::int AS door, random() AS dice`;

/** The final attempts numbered `from` to `to`, evenly over the months, oldest first. */
const finals = (volume: Volume, from: number, to: number): string => `
  INSERT INTO validation_attempts (id, checkpoint_id, credential_id, person_id, state, reason, model_id, model_version, comparison_score,
    threshold, pad_live, claims, claim, opened_by, correlation_id, created_at, deadline_at, finished_at, turn_id, liveness, challenge,
    anonymised_at)
  SELECT uuidv7(ago), checkpoint, CASE WHEN known THEN card END, CASE WHEN known THEN person.id END, state, reason,
    'arcface', '1', CASE WHEN known AND compared THEN CASE state WHEN 'ACCEPTED' THEN 0.7 ELSE 0.2 END END, 0.411,
    CASE WHEN known AND compared THEN 0.9 END, 1, CASE WHEN known THEN gen_random_uuid() END, device,
    CASE WHEN known THEN gen_random_uuid()::text ELSE 'forgotten' END, at, at, at, CASE WHEN known THEN uuidv7(ago) END, liveness,
    CASE liveness WHEN 'ACTIVE' THEN '{LOOK_LEFT,BLINK}'::text[] END, CASE WHEN NOT known THEN now() END
  FROM (SELECT *, now() + ago AS at, ago > interval '-${FORGOTTEN_DAYS} days' AS known, state IN ('ACCEPTED', 'REJECTED') AS compared
        FROM (SELECT n, who, door, make_interval(secs => -86400.0 * ${DAYS} * (1 - n / ${volume.attempts}.0) - 300) AS ago,
                CASE WHEN dice < 0.3 THEN 'ACTIVE' ELSE 'PASSIVE' END AS liveness,
                CASE WHEN dice < 0.9 THEN 'ACCEPTED' WHEN dice < 0.965 THEN 'REJECTED' WHEN dice < 0.985 THEN 'INCONCLUSIVE'
                  WHEN dice < 0.9995 THEN 'EXPIRED' ELSE 'FAILED' END AS state,
                CASE WHEN dice < 0.9 THEN 'MATCH' WHEN dice < 0.965 THEN 'FACE_MISMATCH' WHEN dice < 0.985 THEN 'BLURRED'
                  WHEN dice < 0.9995 THEN 'CAPTURE_NOT_RECEIVED' ELSE 'PROCESSING_FAILED' END AS reason
              FROM (SELECT n, ${drawn(volume)} FROM generate_series(${from}, ${to}) AS n) AS roll) AS fate) AS attempt
  JOIN person ON person.n = who JOIN place ON place.n = door
  ORDER BY attempt.n`;

/** Those that run, and those that the sweeper should have ended. */
const unfinished = (volume: Volume): string => `
  INSERT INTO validation_attempts (id, checkpoint_id, credential_id, person_id, state, capture_id, claim, claims, opened_by, correlation_id,
    created_at, deadline_at)
  SELECT uuidv7(interval '-1 min'), checkpoint, card, person.id, state, CASE WHEN state <> 'OPEN' THEN gen_random_uuid() END,
    CASE state WHEN 'PROCESSING' THEN gen_random_uuid() END, CASE state WHEN 'PROCESSING' THEN 1 ELSE 0 END, device,
    gen_random_uuid()::text, now(), now() + CASE WHEN roll.n <= ${volume.running} THEN interval '1 day' ELSE interval '-1 s' END
  FROM (SELECT n, ${drawn(volume)}, CASE n % 20 WHEN 0 THEN 'PROCESSING' WHEN 1 THEN 'QUEUED' WHEN 2 THEN 'QUEUED' ELSE 'OPEN' END AS state
        FROM generate_series(1, ${volume.running + volume.overdue}) AS n) AS roll
  JOIN person ON person.n = who JOIN place ON place.n = door`;

/** The hashes are no chain: nothing here reads it back. */
const audited = (rows: string): string => `
  INSERT INTO audit_events (sequence, at, action, actor, subject_kind, subject_id, outcome, correlation_id, details, previous_hash, hash)
  SELECT sequence, at, action, actor, kind, subject, outcome, correlation, details, sha256((sequence - 1)::text::bytea), sha256(sequence::text::bytea)
  FROM (SELECT head.sequence + row_number() OVER (ORDER BY event.at) AS sequence, event.* FROM audit_head AS head,
    (${rows}) AS event (at, action, actor, kind, subject, outcome, correlation, details)) AS numbered`;

const moveHead = `
  UPDATE audit_head SET sequence = last.sequence, hash = last.hash, at = last.at
  FROM (SELECT sequence, hash, at FROM audit_events ORDER BY sequence DESC LIMIT 1) AS last`;

const setUpEvents = `
  SELECT since, action, (SELECT id FROM users LIMIT 1)::text, kind, subject, 'SUCCESS', gen_random_uuid()::text,
    jsonb_build_object('personId', id)
  FROM person, LATERAL (VALUES ('PERSON_REGISTERED', 'PERSON', id::text), ('CONSENT_RECORDED', 'CONSENT', consent::text),
    ('ENROLMENT_OPENED', 'ENROLMENT', enrolment::text), ('ENROLMENT_ENDED', 'ENROLMENT', enrolment::text),
    ('CREDENTIAL_ISSUED', 'CREDENTIAL', card::text)) AS done (action, kind, subject)`;

/** With every fiftieth attempt somebody signs in. */
const attemptEvents = ({ persons }: Volume, after: string, before: string): string => `
  SELECT finished_at, 'VALIDATION_ENDED', CASE state WHEN 'EXPIRED' THEN 'system' ELSE 'worker' END, 'VALIDATION', attempt.id::text,
    CASE state WHEN 'ACCEPTED' THEN 'SUCCESS' WHEN 'REJECTED' THEN 'REFUSED' ELSE 'FAILED' END, attempt.correlation_id,
    jsonb_build_object('state', state, 'reason', reason, 'turnId', attempt.turn_id, 'personId', coalesce(person_id, person.id))
  FROM validation_attempts AS attempt
    LEFT JOIN person ON person_id IS NULL AND person.n = abs(hashtext(attempt.id::text)) % ${persons}
  WHERE finished_at IS NOT NULL AND ${after} AND ${before}
  UNION ALL SELECT finished_at, 'SIGN_IN', opened_by::text, 'USER', opened_by::text, 'SUCCESS', gen_random_uuid()::text, '{}'
  FROM validation_attempts AS attempt WHERE finished_at IS NOT NULL AND ${after} AND ${before} AND abs(hashtext(id::text)) % 50 = 0`;

/** What is kept for days or until it is done. */
const shortLived: string[] = [
  `INSERT INTO idempotency_keys (actor_id, operation, key, input_hash, entity_id, created_at)
   SELECT opened_by, 'openValidation', gen_random_uuid()::text, sha256(id::text::bytea), id, created_at
   FROM validation_attempts WHERE created_at > now() - interval '7 days'`,
  `INSERT INTO checkpoint_turns (id, nonce_hash, checkpoint_id, opened_by, expires_at, used_at)
   SELECT coalesce(turn_id, gen_random_uuid()), sha256(id::text::bytea), checkpoint_id, opened_by, created_at + interval '2 min', created_at
   FROM validation_attempts WHERE created_at > now() - interval '1 day'`,
  `INSERT INTO outbox (id, queue, name, payload, correlation_id, created_at, sent_at)
   SELECT gen_random_uuid(), 'validation', 'validation.process', jsonb_build_object('attemptId', id), correlation_id, created_at, now()
   FROM validation_attempts WHERE state IN ('QUEUED', 'PROCESSING')`,
];

/** Fills an empty, migrated database, with every constraint and trigger in force. */
export async function generate(client: Client, volume: Volume, say: (line: string) => void): Promise<void> {
  for (const statement of [...people(volume), ...enrolled, audited(setUpEvents), moveHead])
    await client.query(statement);
  for (let from = 1; from <= volume.attempts; from += BATCH) {
    const to = Math.min(from + BATCH - 1, volume.attempts);
    await client.query(finals(volume, from, to));
    say(`  ${to} attempts`);
  }
  await audit(client, volume, say);
  for (const statement of [unfinished(volume), ...shortLived]) await client.query(statement);
  // As autovacuum will have done by then.
  await client.query('VACUUM (ANALYZE)');
}

/** Month by month, because the events of one statement are numbered in it. */
async function audit(client: Client, volume: Volume, say: (line: string) => void): Promise<void> {
  const ago = (days: number) => `now() - interval '${days} days'`;
  for (let days = DAYS + 1; days > 0; days -= 30) {
    const events = attemptEvents(volume, `finished_at >= ${ago(days)}`, `finished_at < ${ago(days - 30)}`);
    await client.query(audited(events));
    await client.query(moveHead);
    say(`  audited, to ${Math.max(0, days - 30)} days ago`);
  }
}
