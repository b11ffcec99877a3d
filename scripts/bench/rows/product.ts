import { Registry } from 'prom-client';
import { type Environment } from '../../../src/config/env.js';
import { AuditRepository } from '../../../src/modules/audit/audit.repository.js';
import { DevicesRepository } from '../../../src/modules/auth/devices/devices.repository.js';
import { ConsentsRepository } from '../../../src/modules/enrolment/consents/consents.repository.js';
import { CredentialsRepository } from '../../../src/modules/enrolment/credentials/credentials.repository.js';
import { EnrolmentsRepository } from '../../../src/modules/enrolment/enrolments/enrolments.repository.js';
import { PersonsRepository } from '../../../src/modules/enrolment/persons/persons.repository.js';
import { TemplatesRepository } from '../../../src/modules/enrolment/templates/templates.repository.js';
import { ErasureReceipts } from '../../../src/modules/privacy/erasure/erasure-receipts.js';
import { ErasureRepository } from '../../../src/modules/privacy/erasure/erasure.repository.js';
import { ErasureService } from '../../../src/modules/privacy/erasure/erasure.service.js';
import { ExportRepository } from '../../../src/modules/privacy/export/export.repository.js';
import { ForgottenAttempts } from '../../../src/modules/privacy/forgotten-attempts.repository.js';
import { RetentionOverview } from '../../../src/modules/privacy/retention/retention-overview.service.js';
import { RetentionRepository } from '../../../src/modules/privacy/retention/retention.repository.js';
import { AdmissionRepository } from '../../../src/modules/validation/attempts/admission.repository.js';
import { AttemptsRepository } from '../../../src/modules/validation/attempts/attempts.repository.js';
import { ComparisonFailures } from '../../../src/modules/validation/locks/comparison-failures.repository.js';
import { StatisticsRepository } from '../../../src/modules/validation/statistics/statistics.repository.js';
import { TurnsRepository } from '../../../src/modules/validation/turns/turns.repository.js';
import { AuditSeal } from '../../../src/platform/audit/audit-seal.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import { Captures } from '../../../src/platform/captures/captures.service.js';
import { PostgresCaptureStore } from '../../../src/platform/captures/postgres-capture-store.js';
import { createKeyEncryption } from '../../../src/platform/crypto/create-key-encryption.js';
import { DataKeys } from '../../../src/platform/crypto/data-keys.repository.js';
import { type Database } from '../../../src/platform/database/database.js';
import { Idempotency } from '../../../src/platform/idempotency/idempotency.repository.js';
import { Outbox } from '../../../src/platform/queue/outbox.repository.js';
import { Telemetry } from '../../../src/platform/telemetry/telemetry.js';

export type Product = Awaited<ReturnType<typeof productOn>>;

/** What of the product asks the database, wired as its modules wire it, without a server and without anything that runs by itself. */
export async function productOn(database: Database, settings: Environment) {
  const keyEncryption = await createKeyEncryption(settings);
  const audit = new AuditTrail(database, new AuditSeal(settings.BLIND_INDEX_KEY), new Telemetry(new Registry()));
  const forgotten = new ForgottenAttempts(database);
  const retention = new RetentionRepository(database, forgotten);
  return {
    database,
    audit,
    retention,
    admissions: new AdmissionRepository(database),
    attempts: new AttemptsRepository(database, audit),
    auditEvents: new AuditRepository(database),
    consents: new ConsentsRepository(database),
    credentials: new CredentialsRepository(database),
    devices: new DevicesRepository(database),
    enrolments: new EnrolmentsRepository(database, audit),
    exports: new ExportRepository(database),
    failures: new ComparisonFailures(database),
    idempotency: new Idempotency(database),
    outbox: new Outbox(database),
    overview: new RetentionOverview(retention, settings),
    persons: new PersonsRepository(database),
    statistics: new StatisticsRepository(database),
    templates: new TemplatesRepository(database),
    turns: new TurnsRepository(database),
    erasures: new ErasureService(
      database,
      new ErasureRepository(database, audit),
      forgotten,
      new ErasureReceipts(settings),
      new DataKeys(database, keyEncryption),
      new Captures(new PostgresCaptureStore(database), keyEncryption),
      new Telemetry(new Registry()),
      audit,
    ),
  };
}
