import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { DevicesRepository } from '../../src/modules/auth/devices/devices.repository.js';
import { TurnsRepository } from '../../src/modules/validation/turns/turns.repository.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

describe('what devices and turns leave behind', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let devices: DevicesRepository;
  let turns: TurnsRepository;
  const [checkpointId, deviceId, userId] = [uuidv7(), uuidv7(), uuidv7()];

  before(async () => {
    database = await openDatabase();
    devices = new DevicesRepository(database.door);
    turns = new TurnsRepository(database.door);
    await database.query(`INSERT INTO checkpoints (id, name, target_fmr, created_by) VALUES ($1, 'A', 0.0001, $2)`, [
      checkpointId,
      userId,
    ]);
    await database.query(
      `INSERT INTO users (id, email, display_name, password_hash, roles) VALUES ($1, 'a@school.test', 'A', '', '{ADMIN}')`,
      [userId],
    );
    await devices.insert({
      id: deviceId,
      checkpointId,
      name: 'Kiosk',
      client: 'Unknown',
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'AA' },
      pairedBy: userId,
    });
  });
  after(() => database.drop());

  const namesIn = async (table: string, name: string): Promise<string[]> =>
    (await database.query<{ name: string }>(`SELECT ${name} AS name FROM ${table}`)).map((row) => row.name);

  it('is nothing of a user who was disabled before a code of theirs was used', async () => {
    const code = (name: string) =>
      devices.addPairing({ id: uuidv7(), codeIndex: Buffer.from(name), checkpointId, name, createdBy: userId }, 60);
    await Promise.all([code('early'), code('late')]);
    assert.equal((await devices.takePairing(Buffer.from('early')))?.name, 'early');
    await database.query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
    assert.equal(await devices.takePairing(Buffer.from('late')), undefined);
    await database.query('DELETE FROM device_pairings');
  });

  it('goes when it is over: codes and used assertions', async () => {
    const pairing = (name: string, seconds: number) =>
      devices.addPairing(
        { id: uuidv7(), codeIndex: Buffer.from(name), checkpointId, name, createdBy: userId },
        seconds,
      );
    await Promise.all([pairing('open', 60), pairing('expired', -1)]);
    assert.equal(await devices.takePairing(Buffer.from('expired')), undefined);
    await devices.useAssertion(deviceId, 'can be shown again', new Date(Date.now() + 60_000));
    await devices.useAssertion(deviceId, 'too old', new Date(Date.now() - 1));
    await devices.forgetExpired();
    assert.deepEqual(await namesIn('device_pairings', 'name'), ['open']);
    assert.deepEqual(await namesIn('device_assertions', 'jti'), ['can be shown again']);
  });

  it('goes a day later: turns, so that a used one is still known as used', async () => {
    const turn = (nonce: string, seconds: number) =>
      turns.insert({ id: uuidv7(), nonceHash: Buffer.from(nonce), checkpointId, openedBy: deviceId }, seconds);
    await Promise.all([turn('open', 60), turn('over', -60), turn('long over', -25 * 3_600)]);
    await turns.forgetOld();
    assert.deepEqual((await namesIn('checkpoint_turns', `convert_from(nonce_hash, 'UTF8')`)).toSorted(), [
      'open',
      'over',
    ]);
  });

  it('is never a second attempt of one turn', async () => {
    const turnId = uuidv7();
    const attempt = () =>
      database.query(
        `INSERT INTO validation_attempts (id, checkpoint_id, state, opened_by, correlation_id, deadline_at, turn_id)
         VALUES ($1, $2, 'OPEN', $3, 'test-correlation', now(), $4)`,
        [uuidv7(), checkpointId, deviceId, turnId],
      );
    await attempt();
    await assert.rejects(attempt(), /validation_attempts_turn_key/);
  });
});
