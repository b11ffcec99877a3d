import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '../../src/common/ids.js';
import { TemplateProtection } from '../../src/modules/enrolment/templates/template-protection.js';
import { TemplatesRepository } from '../../src/modules/enrolment/templates/templates.repository.js';
import { TemplatesService } from '../../src/modules/enrolment/templates/templates.service.js';
import { SealBrokenError } from '../../src/platform/crypto/aead.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { compareEmbeddings, toUnitLength } from '../../src/platform/face/fuse.js';
import { openDatabase, type OpenDatabase } from '../support/database-door.js';
import { addPerson } from '../support/persons.js';
import { withoutPostgres } from '../support/servers.js';

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
    await templates.replace({ ...person, model, embedding });
    return person;
  };
  const row = async (personId: string) => {
    const [template] = await database.query<{ id: string; generation: string; protection: string; sealed: Buffer }>(
      'SELECT id, generation, protection, sealed FROM templates WHERE person_id = $1',
      [personId],
    );
    return template!;
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
    await templates.replace({ ...person, model, embedding });
    const second = await row(person.personId);
    assert.equal(first.protection, 'orthonormal-1');
    assert.notEqual(first.generation, second.generation);
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
