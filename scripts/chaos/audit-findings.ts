import { verifyAudit } from '../audit/verify-audit.js';
import { type Finding } from './checker.js';
import { type Stage } from './stage.js';

/** What is wrong with the chain of the audit: nothing, or the first place where it breaks. */
export async function auditFindings({ database, seal }: Pick<Stage, 'database' | 'seal'>): Promise<Finding[]> {
  const report = await database.connected((client) => verifyAudit(client, seal));
  if (report.whole) return [];
  const { kind, sequence, explanation } = report.break;
  return [{ kind: 'auditBroken', subject: String(sequence), sentence: `${kind}: ${explanation}` }];
}
