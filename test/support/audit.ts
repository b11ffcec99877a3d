import { randomBytes } from 'node:crypto';
import { Registry } from 'prom-client';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { type Database } from '../../src/platform/database/database.js';
import { Telemetry } from '../../src/platform/telemetry/telemetry.js';

/** The audit of a test's own database, under a key of its own. */
export function auditTrail(door: Database) {
  const seal = new AuditSeal(randomBytes(32));
  return { seal, trail: new AuditTrail(door, seal, new Telemetry(new Registry())) };
}
