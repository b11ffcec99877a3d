import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { ConsentsRepository } from '../../src/modules/enrolment/consents/consents.repository.js';
import { TemplateProtection } from '../../src/modules/enrolment/templates/template-protection.js';
import { TemplateResealing } from '../../src/modules/enrolment/templates/template-resealing.service.js';
import { TemplatesRepository } from '../../src/modules/enrolment/templates/templates.repository.js';
import { type NewTemplate, TemplatesService } from '../../src/modules/enrolment/templates/templates.service.js';
import { open, seal, SealBrokenError } from '../../src/platform/crypto/aead.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { compareEmbeddings, toUnitLength } from '../../src/platform/face/fuse.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { addPerson } from '../support/persons.js';
import { withoutPostgres } from '../support/servers.js';

interface Template {
  readonly id: string;
  readonly generation: string;
  readonly protection: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}

const model = { id: 'm', version: '1' };
const face = (): Float32Array => toUnitLength(Float64Array.from({ length: 512 }, () => Math.random() - 0.5));

describe('templates', { skip: withoutPostgres }, () => {
  let database: OpenDatabase;
  let dataKeys: DataKeys;
  let templates: TemplatesService;

  before(async () => {
    database = await openDatabase();
    dataKeys = new DataKeys(database.door, new LocalKeyEncryption(randomBytes(32)));
    templates = new TemplatesService(
      new TemplatesRepository(database.door),
      dataKeys,
      new TemplateProtection('school.test'),
    );
  });
  after(() => database.drop());

  const enrolled = async (embedding: Float32Array) => {
    const person = await addPerson(database, dataKeys);
    await replace({ ...person, model, embedding });
    return person;
  };
  const replace = (template: NewTemplate) => database.door.transaction(() => templates.replace(template));
  const row = async (personId: string) => {
    const [template] = await database.query<Template>(
      'SELECT id, generation, protection, key_id AS "keyId", sealed FROM templates WHERE person_id = $1 ORDER BY model_version DESC',
      [personId],
    );
    return template!;
  };
  /** Under the key of the person, as templates were before consents had keys. */
  const sealAsBefore = async ({ personId, consentId }: { personId: string; consentId: string }) => {
    const { id, generation, protection, sealed } = await row(personId);
    const binding = ['template', id, personId, model.id, model.version, protection, generation];
    const bytes = open(await dataKeys.open(consentId), sealed, binding);
    await database.query('UPDATE templates SET key_id = person_id, sealed = $2 WHERE person_id = $1', [
      personId,
      seal(await dataKeys.open(personId), bytes, binding),
    ]);
    await database.query('DELETE FROM data_keys WHERE subject_id = $1', [consentId]);
  };

  it('give a probe the score that the unprotected ones have', async () => {
    const [reference, probe] = [face(), face()];
    const { personId } = await enrolled(reference);
    const compare = await templates.reference(personId, model);
    assert.ok(Math.abs(compare!(probe) - compareEmbeddings(probe, reference)) < 1e-6);
    assert.ok(Math.abs(compare!(reference) - 1) < 1e-6);
  });

  it('are another each time one is made, of the same face', async () => {
    const embedding = face();
    const person = await enrolled(embedding);
    const first = await row(person.personId);
    await replace({ ...person, model, embedding });
    const second = await row(person.personId);
    assert.equal(first.protection, 'orthonormal-1');
    assert.notEqual(first.generation, second.generation);
  });

  it('open no more once another has taken their place, and those of other models go on', async () => {
    const [former, later] = [face(), face()];
    const person = await enrolled(former);
    const elsewhere = { id: 'm', version: '0' };
    await replace({ ...person, model: elsewhere, embedding: former });
    const old = await row(person.personId);
    await replace({ ...person, model, embedding: later });
    assert.ok(Math.abs((await templates.reference(person.personId, elsewhere))!(former) - 1) < 1e-6);
    await database.query(
      `UPDATE templates SET id = $2, generation = $3, sealed = $4 WHERE person_id = $1 AND model_version = '1'`,
      [person.personId, old.id, old.generation, old.sealed],
    );
    await assert.rejects(templates.reference(person.personId, model), SealBrokenError);
  });

  it('open no more once the consent is withdrawn, also from a copy of the row that was made before', async () => {
    const person = await enrolled(face());
    const copies = await database.query('SELECT row_to_json(templates) AS row FROM templates WHERE person_id = $1', [
      person.personId,
    ]);
    await database.door.transaction(async () => {
      await templates.deleteOf({ id: person.consentId, personId: person.personId });
    });
    // As from a backup: the foreign keys of a restore are not checked until it is over.
    await database.query(
      `SET session_replication_role = replica;
       INSERT INTO templates SELECT * FROM json_populate_record(NULL::templates, '${JSON.stringify(copies[0]?.['row'])}');
       SET session_replication_role = DEFAULT`,
    );
    assert.equal((await row(person.personId)).protection, 'orthonormal-1');
    await assert.rejects(templates.reference(person.personId, model), { code: 'NOT_FOUND' });
    // The person's own key is still there, for their name, and does not open it; nor does a key of a consent given anew.
    await database.query('UPDATE templates SET key_id = person_id WHERE person_id = $1', [person.personId]);
    await assert.rejects(templates.reference(person.personId, model), SealBrokenError);
    await dataKeys.create(person.consentId);
    await database.query('UPDATE templates SET key_id = consent_id WHERE person_id = $1', [person.personId]);
    await assert.rejects(templates.reference(person.personId, model), SealBrokenError);
  });

  it('from before consents had keys go on as they are, and are sealed anew under the key of the consent', async () => {
    const embedding = face();
    const person = await enrolled(embedding);
    await sealAsBefore(person);
    const compare = await templates.reference(person.personId, model);
    assert.ok(Math.abs(compare!(embedding) - 1) < 1e-6);
    const old = await row(person.personId);
    const repository = new TemplatesRepository(database.door);
    const resealing = new TemplateResealing(
      database.door,
      new ConsentsRepository(database.door),
      repository,
      templates,
    );
    await resealing.run();
    const renewed = await row(person.personId);
    assert.deepEqual([old.keyId, renewed.keyId], [person.personId, person.consentId]);
    assert.notDeepEqual(renewed.sealed, old.sealed);
    const probe = face();
    assert.equal((await templates.reference(person.personId, model))!(probe), compare!(probe));
    assert.deepEqual(await repository.personsToReseal(1), []);
  });

  it('of a scheme that this version does not know are never compared', async () => {
    const { personId } = await enrolled(face());
    await database.query(`UPDATE templates SET protection = 'later-2' WHERE person_id = $1`, [personId]);
    assert.equal(await templates.reference(personId, model), undefined);
  });

  it("do not open with another generation, or in another person's row", async () => {
    const [one, other] = [await enrolled(face()), await enrolled(face())];
    const { sealed, generation } = await row(other.personId);
    await database.query('UPDATE templates SET generation = $2 WHERE person_id = $1', [one.personId, uuidv7()]);
    await assert.rejects(templates.reference(one.personId, model), SealBrokenError);
    await database.query('UPDATE templates SET generation = $2, sealed = $3 WHERE person_id = $1', [
      one.personId,
      generation,
      sealed,
    ]);
    await assert.rejects(templates.reference(one.personId, model), SealBrokenError);
  });
});
