import { Registry } from 'prom-client';
import { type Environment } from '../../src/config/env.js';
import { ErasureReceipts } from '../../src/modules/privacy/erasure/erasure-receipts.js';
import { ErasureRepository } from '../../src/modules/privacy/erasure/erasure.repository.js';
import { ErasureService } from '../../src/modules/privacy/erasure/erasure.service.js';
import { ForgottenAttempts } from '../../src/modules/privacy/forgotten-attempts.repository.js';
import { RetentionOverview } from '../../src/modules/privacy/retention/retention-overview.service.js';
import { RetentionRepository } from '../../src/modules/privacy/retention/retention.repository.js';
import { RetentionService } from '../../src/modules/privacy/retention/retention.service.js';
import { Captures } from '../../src/platform/captures/captures.service.js';
import { PostgresCaptureStore } from '../../src/platform/captures/postgres-capture-store.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { type LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { type Database } from '../../src/platform/database/database.js';
import { Telemetry } from '../../src/platform/telemetry/telemetry.js';
import { auditTrail } from './audit.js';

/** As the worker has it, on a door of the role that a deployment has. */
export function retentionOn(door: Database, settings: Environment, keys: LocalKeyEncryption) {
  const { trail } = auditTrail(door);
  const attempts = new ForgottenAttempts(door);
  const repository = new RetentionRepository(door, attempts);
  const erasures = new ErasureService(
    door,
    new ErasureRepository(door, trail),
    attempts,
    new ErasureReceipts(settings),
    new DataKeys(door, keys),
    new Captures(new PostgresCaptureStore(door), keys),
    new Telemetry(new Registry()),
    trail,
  );
  return {
    service: new RetentionService(door, repository, erasures, trail, settings),
    overview: new RetentionOverview(repository, settings),
  };
}
