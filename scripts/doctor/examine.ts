import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fromRoot } from '../../src/config/paths.js';
import { migrations } from '../../src/platform/database/migrations/index.js';
import { lockHolder } from '../launcher/lock.js';
import { freshSecrets, readSecrets, secretsFile } from '../launcher/secrets.js';
import { type Settings, withoutEmpty } from '../launcher/settings.js';
import { OperatorError } from '../support/operator-error.js';
import { postgresBinaries } from '../support/postgres-binaries.js';
import { serverUser } from '../support/server-user.js';
import { checkCameraOrigin } from './checks/camera-origin.js';
import { checkClock } from './checks/clock.js';
import { checkDataFolder } from './checks/data-folder.js';
import { checkDatabase, type DatabaseReport } from './checks/database.js';
import { checkDiskSpace } from './checks/disk-space.js';
import { findEmbeddedDatabase } from './checks/embedded-database.js';
import { checkMemory } from './checks/memory.js';
import { checkModels } from './checks/models.js';
import { checkNodeVersion } from './checks/node-version.js';
import { checkPorts } from './checks/ports.js';
import { checkRedis } from './checks/redis.js';
import { checkSecrets } from './checks/secrets.js';
import { checkSettings, type SettingName, settingOrDefault } from './checks/settings.js';
import { failure } from './finding.js';
import { type Examined } from './report.js';

const knownMigrations = migrations.map(({ name }) => name);

/** Looks at everything that Presente needs of this machine, without changing any of it. */
export async function examine(given: Settings, dataDir: string): Promise<Examined[]> {
  const kept = withoutEmpty(await readSecrets(dataDir));
  const running = (await lockHolder(dataDir)) !== undefined;
  const embedded = given['DATABASE_URL'] === undefined;
  const database = await examineDatabase(given['DATABASE_URL'], dataDir, kept['DATABASE_PASSWORD']);
  const complete = { DATABASE_URL: 'postgres://127.0.0.1', ...freshSecrets(), ...kept, ...given };
  const setting = <Name extends SettingName>(name: Name) => settingOrDefault(given, name);
  const pack = setting('FACE_PACK');
  const ports = { HOST: setting('HOST'), PORT: setting('PORT'), WORKER_PORT: setting('WORKER_PORT') };
  return [
    { name: 'Node', findings: [checkNodeVersion(process.versions.node)] },
    { name: 'Settings', findings: checkSettings(complete) },
    { name: 'Secrets', findings: checkSecrets({ ...kept, ...given }, secretsFile(dataDir)) },
    { name: 'Memory', findings: [checkMemory(process.availableMemory())] },
    { name: 'Data folder', findings: checkDataFolder(dataDir, embedded ? serverUser() : undefined) },
    { name: 'Disk', findings: [await checkDiskSpace(dataDir)] },
    { name: 'Ports', findings: await checkPorts(ports, running) },
    { name: 'Database', findings: database.findings },
    { name: 'Clock', findings: [checkClock(database.skew)] },
    { name: 'Redis', findings: await checkRedis(setting('REDIS_URL')) },
    {
      name: 'Models',
      findings: await checkModels(fromRoot('packs', pack, 'manifest.json'), path.join(setting('MODELS_DIR'), pack)),
    },
    { name: 'Camera', findings: checkCameraOrigin(ports.HOST, setting('CORS_ORIGINS')) },
  ];
}

async function examineDatabase(
  url: string | undefined,
  dataDir: string,
  password: string | undefined,
): Promise<DatabaseReport> {
  if (url !== undefined) return checkDatabase(url, knownMigrations);
  try {
    const { postgres } = await postgresBinaries();
    const serverVersion = /(\d+)\./.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1] ?? '';
    const found = await findEmbeddedDatabase(dataDir, password, serverVersion);
    return 'url' in found ? await checkDatabase(found.url, knownMigrations) : { findings: [found.finding] };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const [found = '', ...fix] = error.message.split('\n');
    return { findings: [failure(found, fix.join(' '))] };
  }
}
