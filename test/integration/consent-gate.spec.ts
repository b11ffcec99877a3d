import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { withoutPostgres } from '../support/servers.js';

describe('the consent gate of the database', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  before(async () => {
    database = await openDatabase();
  });
  after(() => database.drop());

  /** A person with an active consent and an enrolment; ids. */
  const person = async () => {
    const [personId, consentId, enrolmentId] = [uuidv7(), uuidv7(), uuidv7()];
    const bytes = Buffer.from(personId);
    await database.query(`INSERT INTO data_keys (subject_id, kek_id, wrapped) VALUES ($1, 'test', $2)`, [
      personId,
      bytes,
    ]);
    await database.query(
      `INSERT INTO persons (id, external_id_index, kind, sealed_profile) VALUES ($1, $2, 'STUDENT', $2)`,
      [personId, bytes],
    );
    await database.query(
      `INSERT INTO consents (id, person_id, text_version, language, given_by, recorded_by)
       VALUES ($1, $2, '2026-1', 'es', 'PERSON', $1)`,
      [consentId, personId],
    );
    await database.query(
      `INSERT INTO enrolments (id, person_id, consent_id, state, opened_by, correlation_id, deadline_at)
       VALUES ($1, $2, $3, 'OPEN', $1, 'test-correlation', now())`,
      [enrolmentId, personId, consentId],
    );
    return { personId, consentId, enrolmentId };
  };
  const addTemplate = (of: Awaited<ReturnType<typeof person>>, consentId = of.consentId) =>
    database.query(
      `INSERT INTO templates (id, person_id, enrolment_id, consent_id, model_id, model_version, protection, generation, sealed)
       VALUES ($1, $2, $3, $4, 'm', '1', 'test', $1, '\\x00')`,
      [uuidv7(), of.personId, of.enrolmentId, consentId],
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
});
