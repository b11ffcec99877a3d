import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ApiClient, ApiError } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Holder } from '../../scripts/client/holder.js';
import { forgeriesOf } from '../../scripts/demo/forgeries.js';
import { freshSecrets } from '../../scripts/launcher/secrets.js';
import { CredentialTokens } from '../../src/modules/enrolment/credentials/credential-tokens.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi, startStack, type Stack } from '../support/stack.js';

/** Of the second API; the first one has longer, so that no pass ends while many are tried. */
const PASS_SECONDS = 5;
const REPLAYS = 200;

describe('passes', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let second: RunningProcess;
  let desk: Desk;
  let faces: Frames;
  let checkpointId: string;
  let personId: string;
  let card: string;
  let holder: Holder;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({
      databaseUrl: database.url,
      settings: { PASS_SECONDS: '60', VALIDATIONS_PER_MINUTE: '10000' },
    });
    second = await startApi(stack.environment, { PASS_SECONDS: String(PASS_SECONDS) });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    checkpointId = await desk.checkpoint();
    ({ personId, card } = await desk.enrol(faces.genuine));
    holder = await Holder.open(stack.api.url, await desk.invite(personId));
  });
  after(async () => {
    second.kill('SIGTERM');
    await second.ended;
    await stack.stop();
    await database.drop();
  });

  const show = async (credential: string, at = desk) =>
    at.open(checkpointId, credential, randomUUID(), { nonce: await at.turn(checkpointId) });
  const shown = async (credential: string): Promise<string> => {
    const { __typename, attempt } = await show(credential);
    return attempt.reason ?? __typename;
  };
  /** Comes again when there is too much to do, as one is told to. */
  const shownInTheEnd = async (credential: string): Promise<string> => {
    try {
      return await shown(credential);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'UNAVAILABLE')) throw error;
      await sleep(1_000 + Math.random() * 3_000);
      return shownInTheEnd(credential);
    }
  };
  const activePass = async (): Promise<string> => {
    const sql = `SELECT id FROM credentials WHERE person_id = $1 AND kind = 'PASS' AND revoked_at IS NULL`;
    return (await database.query<{ id: string }>(sql, [personId]))[0]?.id ?? '';
  };

  it('open the door like a card, with the face of their holder', async () => {
    const { attempt, capture } = await show(await holder.pass());
    await desk.send(capture.token, [faces.probe]);
    const { state, reason } = await desk.end(attempt.id);
    assert.deepEqual([state, reason], ['ACCEPTED', 'MATCH']);
  });

  it('are taken with a nonce of the checkpoint only, and are used up without one', async () => {
    const pass = await holder.pass();
    assert.equal((await desk.open(checkpointId, pass)).attempt.reason, 'TURN_REQUIRED');
    assert.equal(await shown(pass), 'PASS_REPLAYED');
  });

  it('name their credential and this one showing, for seconds, and nobody', async () => {
    const [first, second] = [await holder.pass(), await holder.pass()];
    const { jti, sub, iat = 0, exp = 0, ...others } = decodeJwt(first);
    assert.equal(decodeProtectedHeader(first).typ, 'presente-pass+jwt');
    assert.equal(sub, await activePass());
    assert.equal(exp - iat, 60);
    assert.notEqual(decodeJwt(second).jti, jti);
    assert.deepEqual(others, { iss: 'presente.local', aud: 'presente-checkpoint' });
  });

  it(`are taken once, of ${REPLAYS} at the same time too`, async () => {
    const pass = await holder.pass();
    const reasons = await Promise.all(Array.from({ length: REPLAYS }, () => shownInTheEnd(pass)));
    const count = (reason: string) => reasons.filter((other) => other === reason).length;
    assert.deepEqual([count('ValidationOpened'), count('PASS_REPLAYED')], [1, REPLAYS - 1]);
  });

  it('stay one try for a client that repeats its request', async () => {
    const pass = await holder.pass();
    const [key, nonce] = [randomUUID(), await desk.turn(checkpointId)];
    const answers = await Promise.all([1, 2, 3].map(() => desk.open(checkpointId, pass, key, { nonce })));
    assert.deepEqual([...new Set(answers.map(({ __typename }) => __typename))], ['ValidationOpened']);
    assert.equal(new Set(answers.map(({ attempt }) => attempt.id)).size, 1);
    assert.equal(await shown(pass), 'PASS_REPLAYED');
  });

  it('are used up by a refusal as well', async () => {
    const other = await desk.register();
    const pass = await (await Holder.open(stack.api.url, await desk.invite(other))).pass();
    assert.deepEqual([await shown(pass), await shown(pass)], ['CONSENT_MISSING', 'PASS_REPLAYED']);
  });

  it('are no good after their seconds, and it is known whose it was', async () => {
    const pass = await new Holder(new ApiClient(second.url, holder.client.token)).pass();
    assert.equal(decodeJwt(pass).exp, (decodeJwt(pass).iat ?? 0) + PASS_SECONDS);
    await sleep(PASS_SECONDS * 1_000 + 50);
    const { attempt } = await show(pass);
    assert.equal(attempt.reason, 'PASS_EXPIRED');
    const sql = 'SELECT person_id AS "personId" FROM validation_attempts WHERE id = $1';
    assert.deepEqual(await database.query(sql, [attempt.id]), [{ personId }]);
  });

  it('that were forged are refused', async () => {
    for (const { text, name } of forgeriesOf(await holder.pass())) {
      assert.equal(await shown(text), 'CREDENTIAL_INVALID', name);
    }
    const [header = '', payload = '', signature = ''] = (await holder.pass()).split('.');
    const asCard = Buffer.from(JSON.stringify({ ...decodeProtectedHeader(card), typ: 'presente-card+jwt' })).toString(
      'base64url',
    );
    assert.equal(await shown([asCard, payload, signature].join('.')), 'CREDENTIAL_INVALID', 'as a card');
    const [cardHeader = '', cardPayload = '', cardSignature = ''] = card.split('.');
    assert.equal(await shown([header, cardPayload, cardSignature].join('.')), 'CREDENTIAL_INVALID', 'a card as a pass');
    assert.equal(
      await shown([cardHeader, cardPayload, cardSignature].join('.')),
      'ValidationOpened',
      'the card itself',
    );
  });

  it('of a credential that is a card, or is none, are none', async () => {
    const tokens = new CredentialTokens([stack.environment['CREDENTIAL_KEY'] ?? ''], 'presente.local', PASS_SECONDS);
    const { jti = '' } = decodeJwt(card);
    for (const credentialId of [jti, randomUUID()]) {
      assert.equal(await shown((await tokens.drawPass(credentialId, new Date())).token), 'CREDENTIAL_INVALID');
    }
  });

  it('of another institution have their own reason, and so have its cards', async () => {
    const theirs = new CredentialTokens([freshSecrets().CREDENTIAL_KEY], 'other.school.test', 60);
    const now = new Date();
    const foreign = [
      (await theirs.drawPass(randomUUID(), now)).token,
      await theirs.signCard({ id: randomUUID(), issuedAt: now, expiresAt: new Date(now.getTime() + 60_000) }),
    ];
    for (const text of foreign) {
      const { attempt } = await show(text);
      assert.equal(attempt.reason, 'CREDENTIAL_FOREIGN');
      const rows = await database.query('SELECT t::text AS row FROM validation_attempts t WHERE id = $1', [attempt.id]);
      assert.doesNotMatch(JSON.stringify(rows), /other\.school/);
    }
    assert.doesNotMatch(stack.api.log.join('\n'), /other\.school/, 'nothing of an unverified token is kept');
    const pretender = new CredentialTokens([freshSecrets().CREDENTIAL_KEY], 'presente.local', 60);
    assert.equal(await shown((await pretender.drawPass(randomUUID(), now)).token), 'CREDENTIAL_INVALID');
  });

  it('end at once when they are revoked, on every server, and come back with a new invitation', async () => {
    const pass = await holder.pass();
    const elsewhere = new Desk(new ApiClient(second.url, desk.client.token));
    await desk.revoke(await activePass());
    const { attempt } = await show(pass, elsewhere);
    assert.equal(attempt.reason, 'CREDENTIAL_REVOKED');
    await assert.rejects(holder.pass(), /ask the registrar/);
    await desk.invite(personId);
    assert.equal(await shown(await holder.pass()), 'ValidationOpened');
    assert.equal(await shown(pass), 'CREDENTIAL_REVOKED');
  });

  it('are what a card is not: a copy of a card is as good as the card, until that is revoked or replaced', async () => {
    assert.deepEqual([await shown(card), await shown(card)], ['ValidationOpened', 'ValidationOpened']);
    const { text } = await desk.issueCard(personId);
    assert.deepEqual([await shown(card), await shown(text)], ['CREDENTIAL_REVOKED', 'ValidationOpened']);
  });
});
