import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import {
  newRefreshToken,
  openSuccessor,
  refreshTokenHash,
  sealSuccessor,
} from '../../src/modules/auth/sessions/refresh-tokens.js';
import { SessionsRepository } from '../../src/modules/auth/sessions/sessions.repository.js';
import { SealBrokenError } from '../../src/platform/crypto/aead.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

describe('the rows of sessions', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let sessions: SessionsRepository;
  let user: { id: string; passwordHash: string };
  const lifetimes = { idle: 3_600, longest: 43_200 };

  before(async () => {
    database = await openDatabase();
    sessions = new SessionsRepository(database.door);
  });
  after(() => database.drop());
  beforeEach(async () => {
    user = { id: uuidv7(), passwordHash: 'hash' };
    await database.query(
      `INSERT INTO users (id, email, display_name, password_hash, roles) VALUES ($1, $2, 'X', 'hash', '{SRE}')`,
      [user.id, user.id],
    );
  });

  const begin = async () => {
    const [id, token] = [uuidv7(), newRefreshToken()];
    const goodUntil = await sessions.insert({ id, client: 'X', proof: 'PASSWORD' }, user, lifetimes);
    if (goodUntil !== undefined) await sessions.addToken(refreshTokenHash(token), id);
    return { id, token, goodUntil };
  };
  const replace = async ({ id, token }: { id: string; token: string }) => {
    const successor = newRefreshToken();
    const sealed = sealSuccessor(token, successor, id);
    await database.door.transaction(() =>
      sessions.replaceToken(id, refreshTokenHash(token), sealed, refreshTokenHash(successor)),
    );
    return successor;
  };

  it('are not made for a password that is not the one any more, nor for who is disabled', async () => {
    assert.notEqual((await begin()).goodUntil, undefined);
    await database.query(`UPDATE users SET disabled_at = now() WHERE id = $1`, [user.id]);
    assert.equal((await begin()).goodUntil, undefined);
    await database.query(`UPDATE users SET disabled_at = NULL, password_hash = 'other' WHERE id = $1`, [user.id]);
    assert.equal((await begin()).goodUntil, undefined);
  });

  it('hold no second live token, whatever the code does', async () => {
    const { id } = await begin();
    await assert.rejects(sessions.addToken(refreshTokenHash(newRefreshToken()), id), /refresh_tokens_one_live/);
  });

  it('go a day after their end, with every token they had; the others stay', async () => {
    const [old, recent] = [await begin(), await begin()];
    await replace(old);
    await database.query(`UPDATE sessions SET good_until = now() - interval '25 hours' WHERE id = $1`, [old.id]);
    await database.query(`UPDATE sessions SET good_until = now() - interval '23 hours' WHERE id = $1`, [recent.id]);
    await sessions.forgetOld();
    const left = await database.query<{ id: string }>('SELECT id FROM sessions WHERE user_id = $1', [user.id]);
    assert.deepEqual(left, [{ id: recent.id }]);
    assert.deepEqual(await database.query('SELECT 1 FROM refresh_tokens WHERE session_id = $1', [old.id]), []);
  });

  it('seal a successor so that only the token before it opens it, and only for a moment', async () => {
    const begun = await begin();
    const successor = await replace(begun);
    const held = () => database.door.transaction(() => sessions.hold(refreshTokenHash(begun.token)));
    const sealed = (await held())?.sealedSuccessor ?? Buffer.of();
    assert.equal(openSuccessor(begun.token, sealed, begun.id), successor);
    assert.throws(() => openSuccessor(newRefreshToken(), sealed, begun.id), SealBrokenError);
    assert.throws(() => openSuccessor(begun.token, sealed, uuidv7()), SealBrokenError);
    assert.equal((await held())?.successorOpens, true);
    await sessions.forgetSuccessors();
    assert.equal((await held())?.successorOpens, true);
    await database.query(
      `UPDATE refresh_tokens SET replaced_at = now() - interval '11 seconds' WHERE session_id = $1
      AND replaced_at IS NOT NULL`,
      [begun.id],
    );
    assert.equal((await held())?.successorOpens, false);
    await sessions.forgetSuccessors();
    assert.equal((await held())?.sealedSuccessor, null);
  });
});
