import { uuidv7 } from '../../src/common/ids.js';
import { type DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { type TestDatabase } from './servers.js';

/** A person with a data key, an active consent and a running enrolment; ids. */
export async function addPerson(database: TestDatabase, dataKeys: DataKeys) {
  const [personId, consentId, enrolmentId] = [uuidv7(), uuidv7(), uuidv7()];
  await dataKeys.create(personId);
  await database.query(
    `INSERT INTO persons (id, external_id_index, kind, sealed_profile, search_terms) VALUES ($1, $2, 'STUDENT', $2, '{}')`,
    [personId, Buffer.from(personId)],
  );
  await database.query(
    `INSERT INTO consents (id, person_id, text_version, language, given_by, recorded_by)
     VALUES ($1, $2, '2026-1', 'es', 'PERSON', $1)`,
    [consentId, personId],
  );
  await database.query(
    `INSERT INTO enrolments (id, person_id, consent_id, state, opened_by, correlation_id, deadline_at)
     VALUES ($1, $2, $3, 'OPEN', $1, 'test-correlation', now() + interval '1 hour')`,
    [enrolmentId, personId, consentId],
  );
  return { personId, consentId, enrolmentId };
}
