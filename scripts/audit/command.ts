import { parseArgs } from 'node:util';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { validated } from '../launcher/settings.js';
import { withDatabase } from '../support/database-client.js';
import { installedSettings } from '../support/installed-settings.js';
import { OperatorError } from '../support/operator-error.js';
import { type AuditReport, verifyAudit } from './verify-audit.js';

/** `audit:verify`: ends with 1 when the audit is not whole, or a head that was noted earlier is not in it. */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { head: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const noted = values.head?.toLowerCase();
  if (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted))
    throw new OperatorError('--head takes the 64 hex digits that an earlier run printed.');
  const environment = validated(await installedSettings());
  const seal = new AuditSeal(environment.BLIND_INDEX_KEY);
  const report = await withDatabase(environment, (client) => verifyAudit(client, seal, noted));
  process.stdout.write(`${values.json ? JSON.stringify(report) : readable(report, noted)}\n`);
  process.exitCode = report.whole ? 0 : 1;
}

function readable(report: AuditReport, noted: string | undefined): string {
  if (!report.whole) {
    const { kind, sequence, explanation } = report.break;
    return `✘ The audit is not whole. First broken place: event ${sequence}, ${kind}. ${explanation}`;
  }
  const advice =
    noted === undefined
      ? 'Keep the head somewhere else; --head HASH shows later that nothing before it was cut off.'
      : 'The head that was noted is in it.';
  return `✔ The audit is whole: ${report.events} events.\nhead ${report.head}\n${advice}`;
}
