import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { type WorkTable } from '../../../platform/work/work-table.js';

/** What a device opened before it was revoked waits for nothing any more. */
const DEVICE_NOT_REVOKED =
  'NOT EXISTS (SELECT FROM devices WHERE devices.id = item.opened_by AND devices.revoked_at IS NOT NULL)';

export const ATTEMPT_WORK: WorkTable = {
  name: 'validation_attempts',
  audit: { action: AuditAction.VALIDATION_ENDED, subjectKind: AuditSubjectKind.VALIDATION },
  // The checkpoint's turn that opened it, or was refused.
  auditColumns: ['turn_id AS "turnId"'],
  stillWanted: DEVICE_NOT_REVOKED,
};
