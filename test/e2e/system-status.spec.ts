import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

interface Status {
  readonly systemStatus: {
    readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
    readonly queues: readonly { readonly name: string; readonly workers: number; readonly outstanding: number }[];
    readonly outbox: { readonly unsent: number };
    readonly model: { readonly id: string };
    readonly grafanaUrl: string | null;
  };
}

const STATUS = `{ systemStatus { checks { name ok } queues { name workers outstanding } outbox { unsent } model { id } grafanaUrl } }`;

describe('the status of the system', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let sre: ApiClient;

  before(async () => {
    database = await createDatabase();
    const settings = { GRAFANA_URL: 'https://grafana.school.test' };
    stack = await startStack({ databaseUrl: database.url, settings });
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    sre = await ApiClient.signIn(stack.api.url, await addUser(admin, 'SRE', 'purple monkey dishwasher'));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  it('tells an SRE what answers, who works, and what is in use', async () => {
    const { systemStatus } = await sre.ask<Status>(STATUS);
    assert.deepEqual(
      systemStatus.checks.map(({ name, ok }) => [name, ok]),
      [
        ['database', true],
        ['migrations', true],
        ['queue', true],
        ['clock', true],
        ['disk', true],
      ],
    );
    assert.deepEqual(
      systemStatus.queues.map(({ name, workers, outstanding }) => [name, workers, outstanding]),
      [
        ['enrolment', 1, 0],
        ['validation', 1, 0],
        ['tasks', 1, 0],
      ],
    );
    assert.deepEqual(systemStatus.outbox, { unsent: 0 });
    assert.equal(systemStatus.model.id, 'arcface');
    assert.equal(systemStatus.grafanaUrl, 'https://grafana.school.test');
  });

  it('says so when nobody works any more, and what has to wait for that', async () => {
    stack.worker.kill('SIGTERM');
    await stack.worker.ended;
    await database.query(
      `INSERT INTO outbox (id, queue, name, payload, correlation_id, created_at)
       VALUES (gen_random_uuid(), 'validation', 'validation.process', '{"attemptId":"0198c0de-0000-7000-8000-000000000001"}', 'spec', now())`,
    );
    const { systemStatus } = await sre.ask<Status>(STATUS);
    assert.deepEqual(
      systemStatus.queues.map(({ workers, outstanding }) => [workers, outstanding]),
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
    );
  });
});
