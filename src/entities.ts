import { deviceEntities, userEntities } from './modules/auth/index.js';
import { enrolmentEntities } from './modules/enrolment/index.js';
import { privacyEntities } from './modules/privacy/index.js';
import { tasksEntities } from './modules/tasks/index.js';
import { validationEntities } from './modules/validation/index.js';
import { AuditEventRow } from './platform/audit/audit-event.entity.js';
import { DataKeyRow } from './platform/crypto/data-key.entity.js';
import { IdempotencyKeyRow } from './platform/idempotency/idempotency-key.entity.js';
import { OutboxRow } from './platform/queue/outbox.entity.js';

/** Every table that TypeORM knows; `capture_frames`, `audit_head` and `retention_runs` are used by statements alone. */
export const entities = [
  ...userEntities,
  ...deviceEntities,
  ...enrolmentEntities,
  ...validationEntities,
  ...privacyEntities,
  ...tasksEntities,
  AuditEventRow,
  DataKeyRow,
  IdempotencyKeyRow,
  OutboxRow,
];
