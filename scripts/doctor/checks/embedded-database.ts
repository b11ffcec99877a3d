import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runningPostmaster } from '../../support/postmaster.js';
import { databaseUser } from '../../support/postgres-cluster.js';
import { failure, type Finding, ok } from '../finding.js';

/** Where the embedded PostgreSQL answers, or what there is to say while it does not run. */
export async function findEmbeddedDatabase(
  dataDir: string,
  password: string | undefined,
  serverVersion: string,
): Promise<{ url: string } | { finding: Finding }> {
  const cluster = path.join(dataDir, 'postgres');
  const dataVersion = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined))?.trim();
  if (dataVersion === undefined) return { finding: ok('is made by the first start') };
  if (password === undefined) {
    const fix = `Put secrets.env back into ${dataDir} from a copy, or move the folder away to start anew.`;
    return { finding: failure(`the password of ${cluster} is lost`, fix) };
  }
  if (dataVersion !== serverVersion) {
    const fix = `Start it with PostgreSQL ${dataVersion}, save it with pg_dump, move ${cluster} away, start Presente and load it with pg_restore.`;
    return {
      finding: failure(`${cluster} was made by PostgreSQL ${dataVersion}, the embedded one is ${serverVersion}`, fix),
    };
  }
  const running = await runningPostmaster(cluster);
  if (running === undefined)
    return { finding: ok(`PostgreSQL ${dataVersion}; does not run now, "npm start" starts it`) };
  return { url: `postgres://${databaseUser}:${encodeURIComponent(password)}@127.0.0.1:${running.port}/presente` };
}
