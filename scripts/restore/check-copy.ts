import type pg from 'pg';
import { type Environment } from '../../src/config/env.js';
import { type Ends, ErasureReceipts } from '../../src/modules/privacy/index.js';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { leftovers } from '../erasure/leftovers.js';
import { withDatabase } from '../support/database-client.js';

/** What is not as it should be in a copy that has caught up; empty is how it must be. */
export const problemsWith = (
  settings: Environment,
  ends: Ends | undefined,
  head: string | undefined,
): Promise<string[]> =>
  withDatabase(settings, async (client) => [
    ...(await problemsWithAudit(client, settings, head)),
    ...(await problemsWithErasures(client, settings, ends)),
  ]);

async function problemsWithAudit(
  client: pg.ClientBase,
  settings: Environment,
  head: string | undefined,
): Promise<string[]> {
  const report = await verifyAudit(client, new AuditSeal(settings.BLIND_INDEX_KEY), head);
  return report.whole ? [] : [`The audit is not whole: event ${report.break.sequence}. ${report.break.explanation}`];
}

async function problemsWithErasures(
  client: pg.ClientBase,
  settings: Environment,
  ends: Ends | undefined,
): Promise<string[]> {
  const receipts = new ErasureReceipts(settings);
  const problems: string[] = [];
  for (const token of ends?.erasures ?? []) {
    const claims = await receipts.read(token);
    if (claims === undefined) continue; // Refused before, when the copy caught up.
    const found = (await leftovers(client, claims)).filter(({ count }) => count > 0);
    problems.push(...found.map(({ name }) => `Of person ${claims.sub}, who was erased, there is: ${name}.`));
  }
  return problems;
}
