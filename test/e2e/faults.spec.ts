import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { samplesOf } from '../../scripts/metrics/samples.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

const INJECT = `mutation Inject($input: InjectFaultInput!) {
  injectFault(input: $input) { __typename ... on FaultInjected { fault { point until } } } }`;

describe('faults on purpose', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let desk: Desk;
  let faces: Frames;
  let door: string;
  let card: string;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({ databaseUrl: database.url, settings: { FAULTS: 'true' } });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    desk = new Desk(admin);
    door = await desk.checkpoint();
    ({ card } = await desk.enrol(faces.genuine));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  /** Resolves when every process knows. */
  const inject = async (fault: { readonly point: string; readonly [part: string]: string | number }): Promise<void> => {
    const input = { kind: 'ERROR', rate: 1, seconds: 60, ...fault };
    const { injectFault } = await admin.ask<{ injectFault: { __typename: string } }>(INJECT, { input });
    assert.equal(injectFault.__typename, 'FaultInjected');
    for (const running of [stack.api, stack.worker]) await until(() => isActive(running, fault.point));
  };
  const end = () => admin.ask('mutation { endFaults { ... on FaultsEnded { ended } } }');
  const valueOf = async ({ url }: RunningProcess, name: string, labels: object): Promise<number> => {
    const samples = samplesOf(await (await fetch(`${url}/metrics`)).text());
    const matches = (its: Readonly<Record<string, string>>) =>
      Object.entries(labels).every(([label, value]) => its[label] === value);
    return samples.find((sample) => sample.name === name && matches(sample.labels))?.value ?? 0;
  };

  const isActive = async (running: RunningProcess, point: string): Promise<boolean> =>
    (await valueOf(running, 'presente_fault_active', { point })) === 1;

  it('in the database: every answer is “try again”, at once, until they end by themselves', async () => {
    await inject({ point: 'DATABASE', seconds: 10 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => admin.send('{ me { id } }')));
    assert.ok(await isActive(stack.api, 'DATABASE'), 'nobody waits for its end');
    for (const { errors } of answers) {
      assert.equal(errors[0]?.extensions?.['code'], 'UNAVAILABLE');
      assert.ok(Number(errors[0].extensions['retryAfterSeconds']) >= 1);
    }
    assert.ok((await valueOf(stack.api, 'presente_breaker_opened_total', { dependency: 'database' })) > 0);
    assert.ok((await valueOf(stack.api, 'presente_faults_injected_total', { point: 'DATABASE' })) > 0);
    // Nobody has to do anything.
    await until(async () => (await admin.send('{ me { id } }')).errors.length === 0, 30_000);
  });

  it('in the engine: tried again until they are over, and nobody is let in for them', async () => {
    await inject({ point: 'ENGINE', rate: 0.5 });
    const genuine = await desk.validate(door, card, [faces.probe]);
    const other = await desk.validate(door, card, [faces.other]);
    await end();
    assert.match(`${genuine.state} ${genuine.reason}`, /^(ACCEPTED MATCH|FAILED PROCESSING_FAILED)$/);
    assert.match(`${other.state} ${other.reason}`, /^(REJECTED FACE_MISMATCH|FAILED PROCESSING_FAILED)$/);
  });

  it('in the queue and the capture store: late, and no loss', async () => {
    await inject({ point: 'CAPTURES', kind: 'LATENCY', milliseconds: 300 });
    await inject({ point: 'QUEUE', rate: 0.5 });
    const { state } = await desk.validate(door, card, [faces.probe]);
    await end();
    assert.equal(state, 'ACCEPTED');
  });

  it('are seen by who may, while they are there, and are in the audit', async () => {
    await inject({ point: 'QUEUE', kind: 'LATENCY', milliseconds: 1, rate: 0.01 });
    const { faultsOverview } = await admin.ask<{ faultsOverview: object }>(
      '{ faultsOverview { enabled faults { point kind rate } } }',
    );
    assert.deepEqual(faultsOverview, { enabled: true, faults: [{ point: 'QUEUE', kind: 'LATENCY', rate: 0.01 }] });
    await end();
    const rows = await database.query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_events WHERE subject_kind = 'FAULT' ORDER BY action`,
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['FAULTS_ENDED', 'FAULT_INJECTED'],
    );
  });
});
