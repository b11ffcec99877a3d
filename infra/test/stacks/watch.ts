import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { bothStages } from '../../generated/templates.ts';
import { acceptableBacklog, workersFor } from '../../lib/scaling.ts';

const templates = bothStages();

const ALARMS = [
  'errors',
  'latency',
  'unhealthy',
  'no-api',
  'oldest-job',
  'no-worker',
  'api-cpu',
  'worker-memory',
  'database-cpu',
  'database-storage',
  'database-connections',
  'redis-memory',
  'redis-evictions',
  'redis-cpu',
];

for (const stage of ['dev', 'prod'] as const) {
  const watch = templates[stage].template('watch');

  describe(`who watches ${stage}`, () => {
    it('is told of each of these, and when it is over', () => {
      const alarms = templates[stage].of('AWS::CloudWatch::Alarm').filter(({ stack }) => stack === 'watch');
      assert.deepEqual(
        alarms.map(({ properties }) => properties['AlarmName']),
        ALARMS.map((name) => `presente-${stage}-${name}`),
      );
      for (const { id, properties } of alarms) {
        assert.equal((properties['AlarmActions'] as unknown[]).length, 1, id);
        assert.equal((properties['OKActions'] as unknown[]).length, 1, id);
        assert.ok(String(properties['AlarmDescription']).length > 10, id);
      }
    });

    for (const name of ['no-api', 'oldest-job', 'no-worker']) {
      it(`takes silence of ${name} for bad news`, () => {
        watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
          AlarmName: `presente-${stage}-${name}`,
          TreatMissingData: 'breaching',
        });
      });
    }

    it('is warned at 70 % of Redis’ memory', () => {
      watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `presente-${stage}-redis-memory`,
        Threshold: 70,
      });
    });

    it('has a dashboard', () => {
      watch.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: `presente-${stage}` });
    });

    it('is told over TLS, by a topic that is sealed', () => {
      watch.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    });

    it('finds logs that end, all under our key', () => {
      const groups = templates[stage].of('AWS::Logs::LogGroup');
      assert.ok(groups.length >= 7);
      for (const { id, properties } of groups) {
        assert.equal(properties['RetentionInDays'], stage === 'dev' ? 7 : 30, id);
        assert.ok(properties['KmsKeyId'], id);
      }
    });
  });
}

describe('tags', () => {
  it('are on everything that takes them', () => {
    for (const stage of ['dev', 'prod'] as const) {
      const taggable = templates[stage].resources.filter(({ properties }) => Array.isArray(properties['Tags']));
      assert.ok(taggable.length > 40);
      for (const { type, properties } of taggable) {
        const tags = Object.fromEntries(
          (properties['Tags'] as { Key: string; Value: unknown }[]).map(({ Key, Value }) => [Key, Value]),
        );
        assert.deepEqual([tags['application'], tags['stage']], ['presente', stage], type);
      }
    }
  });
});

describe('how many workers', () => {
  for (const [perMinute, seconds, threads, workers] of [
    [0, 4, 1, 1],
    [20, 4, 1, 3],
    [20, 0.3, 2, 1],
    [600, 0.3, 2, 3],
    [3_000, 0.3, 2, 13],
  ] as const) {
    it(`${perMinute} a minute of ${seconds} s on ${threads} threads: ${workers}`, () => {
      assert.equal(workersFor(perMinute, seconds, threads), workers);
    });
  }

  it('is such that the last of the backlog waits no longer than was meant', () => {
    for (const [wait, seconds, threads, jobs] of [
      [3, 0.3, 2, 20],
      [3, 0.3, 1, 10],
      [1, 5, 1, 1],
    ] as const)
      assert.equal(acceptableBacklog(wait, seconds, threads), jobs);
  });

  it('keeps a morning short of five seconds: 600 people in twenty minutes, most of them in the middle', () => {
    const waits = morning({ people: 600, minutes: 20, workers: 3, secondsPerJob: 0.3, threads: 2 });
    const p95 = waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.95)] ?? Infinity;
    assert.ok(p95 <= 5, `${p95} s`);
  });
});

interface Morning {
  readonly people: number;
  readonly minutes: number;
  readonly workers: number;
  readonly secondsPerJob: number;
  readonly threads: number;
}

/** They come densest when the bell rings, in the middle. @returns how long each waited, seconds */
function morning({ people, minutes, workers, secondsPerJob, threads }: Morning): number[] {
  const arrivals = Array.from({ length: people }, (_, index) => {
    const share = (index + 0.5) / people;
    return minutes * 60 * (0.5 + 4 * (share - 0.5) ** 3);
  });
  const free: number[] = Array.from({ length: workers * threads }, () => 0);
  return arrivals.map((at) => {
    const next = free.indexOf(Math.min(...free));
    const starts = Math.max(at, free[next] ?? 0);
    free[next] = starts + secondsPerJob;
    return starts - at;
  });
}
