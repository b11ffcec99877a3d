import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { findExecutable } from '../../scripts/support/executables.js';
import { freePort } from '../../scripts/support/ports.js';
import { startPrometheus } from '../../scripts/support/prometheus.js';
import { fromRoot } from '../../src/config/paths.js';
import { backends } from '../support/backends.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi, startStack, type Stack } from '../support/stack.js';
import { type ReceivedSpan, TraceReceiver } from '../support/trace-receiver.js';
import { untilSome } from '../support/until.js';

const NAME = 'Zenobia Quesada Incógnita';
/** Spans leave every five seconds. */
const ARRIVES_MS = 30_000;

const traceIdOf = (correlationId: string): string => correlationId.replaceAll('-', '');

for (const { name, redisUrl, skip } of backends) {
  describe(`traces, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let receiver: TraceReceiver;
    let stack: Stack;
    let faces: Frames;
    let desk: Desk;
    let door: string;
    let person: { readonly personId: string; readonly card: string };

    before(async () => {
      [database, receiver, faces] = await Promise.all([createDatabase(), TraceReceiver.start(), frames()]);
      const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings });
      desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
      door = await desk.checkpoint();
      person = await desk.enrol(faces.genuine, NAME);
    });
    after(async () => {
      await stack.stop();
      await receiver.stop();
      await database.drop();
    });

    /** A validation under an id of its own. @returns its trace, once it is whole */
    async function validated(frame: Buffer): Promise<{ correlationId: string; spans: readonly ReceivedSpan[] }> {
      const correlationId = randomUUID();
      const client = new ApiClient(stack.api.url, desk.client.token, correlationId);
      await new Desk(client).validate(door, person.card, [frame]);
      const spans = await untilSome(() => {
        const found = receiver.trace(traceIdOf(correlationId));
        const names = new Set(found.map((span) => span.name));
        return ['POST /graphql', 'POST /captures', 'job validation.process'].every((one) => names.has(one)) && found;
      }, ARRIVES_MS);
      return { correlationId, spans };
    }

    it('have one for a validation: from its requests through the queue to the decision', async () => {
      const { spans } = await validated(faces.probe);
      const named = new Map(spans.map((span) => [span.name, span]));
      const upwards = (from: string): string[] => {
        const names: string[] = [];
        for (let span = named.get(from); span !== undefined;) {
          names.push(`${span.service} ${span.name}`);
          const { parentSpanId } = span;
          span = spans.find(({ spanId }) => spanId === parentSpanId);
        }
        return names;
      };
      const job = ['presente-worker job validation.process', 'presente-api POST /captures'];
      assert.deepEqual(upwards('decide'), ['presente-worker decide', ...job]);
      assert.deepEqual(upwards('queue wait'), ['presente-worker queue wait', ...job.slice(1)]);
      for (const stage of ['decode', 'detect', 'landmarks', 'pad', 'embed']) {
        assert.deepEqual(upwards(`face.${stage}`), [`presente-worker face.${stage}`, 'presente-worker frame', ...job]);
      }
      assert.deepEqual(upwards('mutation openValidation'), [
        'presente-api mutation openValidation',
        'presente-api POST /graphql',
      ]);
      for (const { startTimeUnixNano, endTimeUnixNano } of spans) {
        const seconds = Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e9;
        assert.ok(seconds >= 0 && seconds < 60, `${seconds} s`);
      }
    });

    it('tell nothing of anybody', async () => {
      await validated(faces.other);
      const { externalId } = (
        await desk.client.ask<{ person: { externalId: string } }>(`{ person(id: "${person.personId}") { externalId } }`)
      ).person;
      const everything = JSON.stringify(receiver.spans);
      for (const secret of [NAME, externalId, person.personId, person.card, desk.client.token ?? '', door]) {
        assert.ok(secret.length > 5);
        assert.ok(!everything.includes(secret), secret);
      }
      assert.doesNotMatch(everything, /score|margin|embedding"|token/i);
    });

    it('are found from a latency: by an exemplar that Prometheus keeps', async (t) => {
      const { correlationId } = await validated(faces.probe);
      const answer = await fetch(`${stack.worker.url}/metrics`);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/openmetrics-text/);
      const text = await answer.text();
      const exemplar = `# {trace_id="${traceIdOf(correlationId)}"}`;
      for (const histogram of ['presente_job_completion_seconds', 'presente_face_stage_duration_seconds']) {
        const lines = text.split('\n').filter((line) => line.startsWith(`${histogram}_bucket`));
        assert.ok(
          lines.some((line) => line.includes(exemplar)),
          histogram,
        );
      }
      if (findExecutable('prometheus') === undefined) {
        t.diagnostic('there is no prometheus (Debian: apt-get install prometheus)');
        return;
      }
      const targets = (running: RunningProcess) => [new URL(running.url).host];
      const prometheus = await startPrometheus(
        [
          { job: 'presente-api', targets: targets(stack.api) },
          { job: 'presente-worker', targets: targets(stack.worker) },
        ],
        fromRoot('prometheus/rules.yaml'),
      );
      try {
        const up = await untilSome(async () => {
          const samples = await prometheus.query('up == 1');
          return samples.length === 2 && samples;
        }, ARRIVES_MS);
        assert.equal(up.length, 2, 'it takes what both say');
        const kept = await untilSome(async () => {
          const now = Date.now() / 1_000;
          const query = `query=presente_job_completion_seconds_bucket&start=${now - 600}&end=${now + 60}`;
          const found = await (await fetch(`${prometheus.url}/api/v1/query_exemplars?${query}`)).text();
          return found.includes(traceIdOf(correlationId)) && found;
        }, ARRIVES_MS);
        assert.match(kept, /trace_id/);
      } finally {
        await prometheus.stop();
      }
    });
  });
}

describe('tracing', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  /** Tells of each module of OpenTelemetry that a process loads. */
  const TELLING = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      const [, name] = /@opentelemetry.([\\w-]+)/.exec(url) ?? [];
      if (name !== undefined) process.stderr.write('loaded ' + name + '\\n');
      return next(url, context);
    } });`;
  const NODE_OPTIONS = `--import=data:text/javascript;base64,${Buffer.from(TELLING).toString('base64')}`;

  async function loadedBy(settings: Record<string, string>): Promise<string[]> {
    const api = await startApi(stack.environment, { NODE_OPTIONS, ...settings });
    await ApiClient.signIn(api.url, stack.admin);
    api.kill('SIGTERM');
    await api.ended;
    return [...new Set(api.log.filter((line) => line.startsWith('loaded ')))].map((line) => line.slice(7)).toSorted();
  }

  it('is off without an address: nothing but the interfaces is loaded', async () => {
    assert.deepEqual(await loadedBy({}), ['api']);
  });

  it('does no harm when nobody takes the traces', async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    assert.ok((await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: address })).includes('sdk-trace'));
  });
});
