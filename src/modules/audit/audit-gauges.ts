import { Injectable } from '@nestjs/common';
import { asked, AskedGauges } from '../../platform/telemetry/asked-gauges.js';
import { AuditService } from './audit.service.js';

/** Events at the end of the chain that are looked at. */
const LAST = 200;
const FRESH_MS = 60_000;

/** Whether the audit is whole, for whoever is called when it is not. */
@Injectable()
export class AuditGauges {
  constructor(gauges: AskedGauges, audit: AuditService) {
    gauges.value(
      {
        name: 'presente_audit_chain_whole',
        help: `1 when the last ${LAST} events of the audit and its seal fit together; "npm run audit:verify" looks at all.`,
      },
      asked(() => audit.verify(LAST), FRESH_MS),
      ({ whole }) => (whole ? 1 : 0),
    );
  }
}
