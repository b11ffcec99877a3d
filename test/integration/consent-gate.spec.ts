import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { addPerson } from '../support/persons.js';
import { withoutPostgres } from '../support/servers.js';

describe('the consent gate of the database', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let dataKeys: DataKeys;
  before(async () => {
    database = await openDatabase();
    dataKeys = new DataKeys(database.door, new LocalKeyEncryption(randomBytes(32)));
  });
  after(() => database.drop());

  const person = () => addPerson(database, dataKeys);
  const addTemplate = (of: Awaited<ReturnType<typeof person>>, consentId = of.consentId, keyId = of.personId) =>
    database.query(
      `INSERT INTO templates (id, person_id, enrolment_id, consent_id, model_id, model_version, protection, generation, key_id, sealed)
       VALUES ($1, $2, $3, $4, 'm', '1', 'test', $1, $5, '\\x00')`,
      [uuidv7(), of.personId, of.enrolmentId, consentId, keyId],
    );
  const withdraw = (consentId: string) =>
    database.query('UPDATE consents SET withdrawn_at = now(), active = false WHERE id = $1', [consentId]);

  it('lets no template stand on a withdrawn consent, on none, or on that of somebody else', async () => {
    const [one, other] = [await person(), await person()];
    await assert.rejects(addTemplate(one, uuidv7()), /templates_active_consent_fkey/);
    await assert.rejects(addTemplate(one, other.consentId), /templates_active_consent_fkey/);
    await withdraw(one.consentId);
    await assert.rejects(addTemplate(one), /templates_active_consent_fkey/);
  });

  it('lets no consent be withdrawn before its templates are deleted', async () => {
    const one = await person();
    await addTemplate(one);
    await assert.rejects(withdraw(one.consentId), /templates_active_consent_fkey/);
    await assert.rejects(
      database.query('UPDATE consents SET withdrawn_at = now() WHERE id = $1', [one.consentId]),
      /consents_active_check/,
    );
    await database.query('DELETE FROM templates WHERE person_id = $1', [one.personId]);
    await withdraw(one.consentId);
  });

  it('lets no consent be withdrawn before its key is destroyed, and no key be destroyed before its templates are', async () => {
    const one = await person();
    await dataKeys.create(one.consentId);
    await addTemplate(one, one.consentId, one.consentId);
    const destroy = () => database.query('DELETE FROM data_keys WHERE subject_id = $1', [one.consentId]);
    await assert.rejects(destroy(), /templates_key_id_fkey/);
    await database.query('DELETE FROM templates WHERE person_id = $1', [one.personId]);
    await assert.rejects(withdraw(one.consentId), /the key of consent .* is not destroyed/);
    await destroy();
    await withdraw(one.consentId);
  });

  it("lets no template be sealed under another person's key", async () => {
    const [one, other] = [await person(), await person()];
    await assert.rejects(addTemplate(one, one.consentId, other.personId), /templates_key_check/);
  });
});
