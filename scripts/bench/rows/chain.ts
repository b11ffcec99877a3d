import { type Environment } from '../../../src/config/env.js';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../../src/platform/audit/audit-event.js';
import { openDatabase } from './open-database.js';
import { productOn } from './product.js';

const CONNECTIONS = [1, 2, 4, 8, 16];
const SECONDS = 2;

/**
 * Events that the audit takes a second, by the number of connections that write at once. Whoever appends holds the end of the
 * chain until its commit, so this is where more processes do not help any more: a validation has one event.
 */
export async function chainRates(settings: Environment): Promise<Record<string, number>> {
  const rates: Record<string, number> = {};
  for (const connections of CONNECTIONS) rates[String(connections)] = await rateOf(settings, connections);
  return rates;
}

async function rateOf(settings: Environment, connections: number): Promise<number> {
  const { database, close } = await openDatabase(settings.DATABASE_URL, { connections });
  try {
    const { audit } = await productOn(database, settings);
    const start = performance.now();
    let events = 0;
    const write = async () => {
      while (performance.now() - start < SECONDS * 1_000) {
        await audit.record({
          action: AuditAction.VALIDATION_ENDED,
          actor: AuditActor.WORKER,
          subjectKind: AuditSubjectKind.VALIDATION,
          subjectId: crypto.randomUUID(),
          outcome: AuditOutcome.SUCCESS,
          details: { state: 'ACCEPTED', reason: 'MATCH', personId: crypto.randomUUID() },
        });
        events++;
      }
    };
    await Promise.all(Array.from({ length: connections }, write));
    return Math.round((events * 1_000) / (performance.now() - start));
  } finally {
    await close();
  }
}
