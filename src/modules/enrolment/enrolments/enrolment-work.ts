import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { type WorkTable } from '../../../platform/work/work-table.js';

export const ENROLMENT_WORK: WorkTable = {
  name: 'enrolments',
  audit: { action: AuditAction.ENROLMENT_ENDED, subjectKind: AuditSubjectKind.ENROLMENT },
  // Users open enrolments; no device does.
  stillWanted: 'true',
};
