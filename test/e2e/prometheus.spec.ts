import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { samplesOf } from '../../scripts/metrics/samples.js';
import { ALERTS } from '../../scripts/observability/alerts/index.js';
import { DASHBOARDS } from '../../scripts/observability/dashboards/index.js';
import { observabilityFiles } from '../../scripts/observability/files.js';
import { findExecutable } from '../../scripts/support/executables.js';
import { type PrometheusServer, startPrometheus } from '../../scripts/support/prometheus.js';
import { fromRoot } from '../../src/config/paths.js';
import { readFile } from 'node:fs/promises';
import { frames } from '../support/frames.js';
import { createDatabase, servers, type TestDatabase, withoutPostgres, withoutRedis } from '../support/servers.js';
import { type RunningProcess, startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

const withoutPrometheus =
  findExecutable('prometheus') === undefined && 'there is no prometheus (Debian: apt-get install prometheus)';

/** Longer than the load takes: on a busy machine some of it happens once in twenty seconds. */
const WINDOW = '2m';
const PANELS = DASHBOARDS.flatMap(({ title, rows }) =>
  rows.flatMap(({ panels }) => panels.map((panel) => ({ ...panel, dashboard: title }))),
);

const hostOf = ({ url }: RunningProcess): string => new URL(url).host;
const scrape = async ({ url }: RunningProcess): Promise<string> => (await fetch(`${url}/metrics`)).text();

/** Names of our metrics in an expression. */
const metricsIn = (expr: string): string[] =>
  [...expr.matchAll(/\b(?:presente|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);

describe('what Prometheus sees', { skip: withoutPostgres || withoutRedis || withoutPrometheus }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let prometheus: PrometheusServer;
  let isOver = false;
  let load: Promise<void>;
  let names: Set<string>;

  before(async () => {
    const [made, faces] = await Promise.all([createDatabase(), frames()]);
    database = made;
    stack = await startStack({ databaseUrl: database.url, redisUrl: servers.redis });
    const desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    const door = await desk.checkpoint();
    const { card } = await desk.enrol(faces.genuine);
    prometheus = await startPrometheus(
      [
        { job: 'presente-api', targets: [hostOf(stack.api)] },
        { job: 'presente-worker', targets: [hostOf(stack.worker)] },
      ],
      fromRoot('prometheus/rules.yaml'),
    );
    await desk.open(door, 'no credential');
    const everybody = async (): Promise<void> => {
      for (const frame of [faces.probe, faces.other, faces.nobody]) {
        await desk.validate(door, card, [frame]);
        await desk.enrol(faces.genuine);
      }
    };
    let rounds = 0;
    load = (async () => {
      for (; !isOver; rounds++) await everybody();
    })();
    // A rate is of two looks; on a busy machine a round takes half a minute.
    await Promise.all([sleep(35_000), until(() => Promise.resolve(rounds >= 2), 120_000)]);
    const scraped = await Promise.all([stack.api, stack.worker].map(scrape));
    names = new Set(scraped.flatMap(samplesOf).map(({ name }) => name));
  });
  after(async () => {
    isOver = true;
    await load;
    await prometheus.stop();
    await stack.stop();
    await database.drop();
  });

  it('is well-formed, by promtool', async () => {
    for (const running of [stack.api, stack.worker]) {
      const input = await scrape(running);
      assert.equal(execFileSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' }), '');
    }
  });

  it('reaches the API and the worker', async () => {
    const up = await prometheus.query('up');
    assert.deepEqual(up.map(({ metric, value }) => [metric['job'], value[1]]).toSorted(), [
      ['presente-api', '1'],
      ['presente-worker', '1'],
    ]);
  });

  it('has every metric that a panel or an alert names', () => {
    const asked = [...PANELS.flatMap(({ queries }) => queries), ...ALERTS].flatMap(({ expr }) => metricsIn(expr));
    // Nothing replicates here, no drill is running, and a counter without any event is not exposed.
    const unseen = new Set([
      'presente_postgres_replication_lag_seconds',
      'presente_drill_fault',
      'presente_jobs_stalled_total',
      'presente_jobs_exhausted_total',
      'presente_graphql_refused_total',
    ]);
    assert.deepEqual(
      [...new Set(asked)].filter((name) => !names.has(name) && !unseen.has(name)),
      [],
    );
    assert.ok(metricsIn('sum(presente_no_such_thing)').some((name) => !names.has(name)));
  });

  for (const { dashboard, title, queries, mayBeEmpty } of PANELS) {
    it(`fills the panel “${title}” of “${dashboard}”`, async () => {
      for (const { expr } of queries) {
        const samples = await prometheus.query(expr.replaceAll('$__rate_interval', WINDOW));
        if (mayBeEmpty === undefined) assert.ok(samples.length > 0, `nothing comes of ${expr}`);
        // A field that was not called lately has no duration.
        const isAny = samples.length === 0 || samples.some(({ value }) => value[1] !== 'NaN');
        assert.ok(isAny, `no number comes of ${expr}`);
      }
    });
  }

  it('evaluates every alert, and has none to send', async () => {
    const rules = await prometheus.rules();
    const namesOf = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name).toSorted();
    assert.deepEqual(namesOf(rules), namesOf(ALERTS));
    assert.deepEqual(
      rules.filter(({ health }) => health !== 'ok').map(({ name }) => name),
      [],
    );
    assert.deepEqual(
      rules.filter(({ state }) => state === 'firing').map(({ name }) => name),
      ['PresenteWatchdog'],
    );
  });

  it('has no label that tells of a person, and few values of each', async () => {
    for (const running of [stack.api, stack.worker]) {
      const labels = new Map<string, Set<string>>();
      for (const [name, value] of samplesOf(await scrape(running)).flatMap((sample) => Object.entries(sample.labels))) {
        labels.set(name, (labels.get(name) ?? new Set()).add(value));
      }
      const known =
        'action checkpoint code dependency field kind le model name node operation outcome point policy quantile queue reason rule service space stage state type version work major minor patch';
      assert.deepEqual(
        [...labels.keys()].filter((name) => !known.split(' ').includes(name)),
        [],
      );
      for (const [name, values] of labels) assert.ok(values.size <= 120, `${name} has ${values.size} values`);
    }
  });
});

describe('what is made from scripts/observability', () => {
  for (const [file, content] of observabilityFiles()) {
    it(`${file} is fresh`, async () => {
      assert.equal(await readFile(fromRoot(file), 'utf8'), content, 'run "npm run dashboards" and commit');
    });
  }
});
