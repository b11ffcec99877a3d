import { randomUUID } from 'node:crypto';
import { migrate } from '../../src/platform/database/migrate.js';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { Desk } from '../client/desk.js';
import { ensureFirstAdmin } from '../launcher/first-admin.js';
import { presentePrograms } from '../launcher/programs.js';
import { freshSecrets } from '../launcher/secrets.js';
import { type Settings } from '../launcher/settings.js';
import { OperatorError } from '../support/operator-error.js';
import { freePort } from '../support/ports.js';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { ChaosDatabase } from './database.js';
import { type Backend, PROGRAM_NAMES, type ProgramName } from './parts.js';
import { PatientClient } from './patient-client.js';
import { Program } from './program.js';
import { Proxy } from './proxy.js';
import { placeWitness } from './records.js';
import { ChaosRedis } from './redis.js';
import { openScene, type Scene } from './scene.js';

const KIOSKS = 6;

/** With the deadlines of every installation: what the sweeper ends was waited for in vain long before. */
const SETTINGS: Settings = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'info',
  FACE_THREADS: '1',
  DATABASE_POOL: '5',
  VALIDATIONS_PER_MINUTE: '1000000',
};

/** The ways of one process. */
interface Ways {
  readonly database: Proxy;
  readonly redis: Proxy | undefined;
}

/** A whole Presente of its own, every part of which can be broken and mended. */
export interface Stage {
  readonly backend: Backend;
  readonly database: ChaosDatabase;
  /** Where the backend is Redis. */
  readonly redis: ChaosRedis | undefined;
  readonly programs: Readonly<Record<ProgramName, Program>>;
  readonly ways: Readonly<Record<ProgramName, Ways>>;
  readonly scene: Scene;
  /** The first administrator's. */
  readonly desk: Desk;
  readonly seal: AuditSeal;
  close(): Promise<void>;
}

/** @param further settings of the processes, beside those of every stage */
export async function openStage(backend: Backend, further: Settings = {}): Promise<Stage> {
  await using opening = new AsyncDisposableStack();
  const folder = await makeScratch('chaos');
  opening.defer(() => removeScratch(folder));
  const database = await ChaosDatabase.open(folder);
  opening.defer(() => database.close());
  const redis = backend === 'redis' ? await ChaosRedis.open() : undefined;
  opening.defer(() => redis?.close());
  await migrate({ DATABASE_URL: database.url, DATABASE_POOL: 2 });

  const { DATABASE_PASSWORD: _, ...keys } = freshSecrets();
  const settings = { ...SETTINGS, ...keys, QUEUE_PREFIX: `chaos-${randomUUID()}`, ...further };
  const admin = await firstAdmin({ ...settings, DATABASE_URL: database.url });
  const all = await Promise.all(PROGRAM_NAMES.map((name) => newProgram(name, settings, { database, redis })));
  opening.defer(async () => {
    await Promise.all(all.map(({ program }) => program.kill()));
    for (const { ways } of all) for (const way of [ways.database, ways.redis]) way?.close();
  });
  for (const { program } of all) program.start();
  await Promise.all(all.map(({ program }) => program.ready()));

  const programs = byName(all.map(({ program }) => program));
  const desk = new Desk(await PatientClient.signedIn(programs.api.url, admin));
  const scene = await openScene(desk, KIOSKS);
  await placeWitness(database.query);
  const opened = opening.move();
  return {
    backend,
    database,
    redis,
    programs,
    ways: byName(all.map(({ ways }) => ways)),
    scene,
    desk,
    seal: new AuditSeal(Buffer.from(keys.BLIND_INDEX_KEY, 'base64')),
    close: () => opened.disposeAsync(),
  };
}

async function firstAdmin(settings: Settings) {
  const admin = await ensureFirstAdmin(presentePrograms.firstAdmin, settings, new AbortController().signal);
  if (admin === undefined) throw new OperatorError('The new installation has users already.');
  return admin;
}

async function newProgram(
  name: ProgramName,
  settings: Settings,
  { database, redis }: Pick<Stage, 'database' | 'redis'>,
) {
  const ways: Ways = { database: await Proxy.open(database.port), redis: redis && (await Proxy.open(redis.port)) };
  const port = await freePort();
  const program = new Program({
    name,
    file: name === 'api' ? presentePrograms.api : presentePrograms.worker,
    url: `http://127.0.0.1:${port}`,
    settings: {
      ...settings,
      [name === 'api' ? 'PORT' : 'WORKER_PORT']: String(port),
      // Its sessions are known by its name.
      DATABASE_URL: `${ways.database.by(database.url)}?application_name=${name}`,
      ...(redis && ways.redis && { REDIS_URL: ways.redis.by(redis.url) }),
    },
  });
  return { program, ways };
}

/** In the order of {@link PROGRAM_NAMES}. */
const byName = <T>(values: readonly T[]): Record<ProgramName, T> =>
  Object.fromEntries(PROGRAM_NAMES.map((name, place) => [name, values[place]])) as Record<ProgramName, T>;
