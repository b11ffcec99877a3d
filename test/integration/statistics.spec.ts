import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BadInputError } from '../../src/common/errors/domain-error.js';
import { uuidv7 } from '../../src/common/ids.js';
import { StatisticsBucket } from '../../src/modules/validation/statistics/statistics.inputs.js';
import { StatisticsRepository } from '../../src/modules/validation/statistics/statistics.repository.js';
import { StatisticsService } from '../../src/modules/validation/statistics/statistics.service.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

describe('statistics of validations', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let statistics: StatisticsService;
  const [north, south, user] = [uuidv7(), uuidv7(), uuidv7()];

  const attempt = (checkpoint: string, at: string, state: string, reason: string | null) =>
    database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, reason, opened_by, correlation_id, created_at, deadline_at, finished_at, claims)
       VALUES ($1, $2, $3, $4, $5, 'spec', $6, $6, CASE WHEN $4::text IS NULL THEN NULL ELSE $6::timestamptz END, 1)`,
      [uuidv7(), checkpoint, state, reason, user, at],
    );
  before(async () => {
    database = await openDatabase();
    statistics = new StatisticsService(new StatisticsRepository(database.door));
    await database.query(
      `INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, 'Norte', 0.0001, $3), ($2, 'Sur', 0.0001, $3)`,
      [north, south, user],
    );
    await attempt(north, '2026-03-28T22:59:59Z', 'REJECTED', 'FACE_MISMATCH');
    await attempt(north, '2026-03-28T23:00:00Z', 'REJECTED', 'FACE_MISMATCH');
    await attempt(south, '2026-03-29T21:59:59Z', 'INCONCLUSIVE', 'BLURRED');
    await attempt(south, '2026-03-29T22:00:00Z', 'INCONCLUSIVE', 'BLURRED');
    await attempt(south, '2026-03-29T22:00:00Z', 'OPEN', null);
  });
  after(() => database.drop());

  const of = (from: string, to: string, further = {}) =>
    statistics.of({
      from: new Date(from),
      to: new Date(to),
      bucket: StatisticsBucket.DAY,
      timeZone: 'Europe/Madrid',
      ...further,
    });

  it('begin their days where the clock of the place does, also when it is put forward', async () => {
    const { stretches, funnel } = await of('2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z');
    assert.deepEqual(
      stretches.map(({ start, funnel: own }) => [start.toISOString(), own.opened]),
      [
        ['2026-03-27T23:00:00.000Z', 1],
        ['2026-03-28T23:00:00.000Z', 2],
        ['2026-03-29T22:00:00.000Z', 1],
        ['2026-03-30T22:00:00.000Z', 0],
      ],
    );
    assert.equal(funnel.opened, 4, 'what has not ended is not counted');
  });

  it('are of one checkpoint where one is named', async () => {
    const { reasons } = await of('2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z', { checkpointId: south });
    assert.deepEqual(reasons, [{ state: 'INCONCLUSIVE', reason: 'BLURRED', count: 2 }]);
  });

  it('count by hours, from the first moment to before the last', async () => {
    const span = ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'] as const;
    const { stretches, funnel } = await of(...span, { bucket: StatisticsBucket.HOUR });
    assert.equal(stretches.length, 23);
    assert.equal(funnel.opened, 2);
  });

  it('are refused for a span that is none, or too long', async () => {
    await assert.rejects(of('2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z'), BadInputError);
    await assert.rejects(of('2026-03-01T00:00:00Z', '2027-03-03T00:00:00Z'), BadInputError);
    const days = ['2026-03-01T00:00:00Z', '2026-03-16T00:00:00Z'] as const;
    await assert.rejects(of(...days, { bucket: StatisticsBucket.HOUR }), BadInputError);
  });

  it('read the index alone', async () => {
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, reason, opened_by, correlation_id, created_at, deadline_at, finished_at)
       SELECT uuidv7(), $1, 'REJECTED', 'CREDENTIAL_INVALID', $1, 'spec', at, at, at
       FROM generate_series('2025-01-01'::timestamptz, '2025-12-31', '1 hour') AS at`,
      [north],
    );
    await database.query('VACUUM ANALYZE validation_attempts');
    const plan = await database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT date_trunc('day', created_at, 'UTC'), method, state, reason, claims > 0, count(*)
       FROM validation_attempts WHERE finished_at IS NOT NULL AND created_at >= '2025-06-01' AND created_at < '2025-07-01'
         AND (NULL::uuid IS NULL OR checkpoint_id = NULL) GROUP BY 1, 2, 3, 4, 5`,
    );
    assert.match(
      plan.map((line) => line['QUERY PLAN']).join('\n'),
      /Index Only Scan using validation_attempts_statistics/,
    );
  });
});
