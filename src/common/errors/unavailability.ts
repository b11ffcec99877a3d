/**
 * Codes of a server that can't be reached or is going away: Node's socket errors, and PostgreSQL's classes 08
 * (connection), 57P (shutdown, starting up), 53 (out of resources), 58 (system); and of one that has given up what was asked,
 * because it took too long: 57014 (statement), 25P03 and 25P04 (transaction). PostgreSQL manual, appendix A.
 */
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|08\w{3}|57P\w{2}|53\w{3}|58\w{3}|57014|25P0[34])$/;

/** Messages of pg, TypeORM (whose connection died between two statements of a transaction), ioredis and BullMQ that come without a code. */
const UNREACHABLE_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Connection is closed|Client has encountered a connection error|not queryable|Query read timeout|Command timed out|max retries per request|Connection ended|query runner (was )?already released/i;

/** How Redis begins an answer when it can do no work now: full, starting, failing over, or its disk is. */
const REDIS_CANNOT = /^(OOM|LOADING|BUSY|MISCONF|READONLY|MASTERDOWN|NOREPLICAS|CLUSTERDOWN|TRYAGAIN) /;

/** True when `error`, or what caused it, says that a server can't be reached right now, or can't answer in time. */
export function meansUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError, errors } = error as { code?: unknown; driverError?: unknown; errors?: unknown };
  if (typeof code === 'string' && UNREACHABLE.test(code)) return true;
  if (UNREACHABLE_MESSAGE.test(error.message) || REDIS_CANNOT.test(error.message)) return true;
  if (Array.isArray(errors) && errors.some(meansUnreachable)) return true;
  return meansUnreachable(driverError) || meansUnreachable(error.cause);
}
