import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { untilReady } from '../launcher/readiness.js';
import { OperatorError } from '../support/operator-error.js';
import { type Door, openDoor } from './door.js';
import { type Image, type ImageConfig, type Running } from './image.js';
import { changedSince, sizes } from './root-folder.js';
import { type Servers, startServers } from './servers.js';
import { askThrough, demoThrough, type SignIn, strangerAt } from './visitor.js';

/** A container of the image, and what is to run in it. */
interface Scene {
  readonly image: Image;
  readonly config: ImageConfig;
  readonly servers: Servers;
  readonly scratch: string;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What the image, compose or the manual promises. @throws OperatorError when it is not so */
function must(kept: boolean, what: string, instead = ''): void {
  if (!kept) throw new OperatorError(`Not so: ${what}${instead === '' ? '' : `, but: ${instead}`}.`);
  say(`✔ ${what}`);
}

/** As an engine starts it: the image's entry point, with one of its programs for the command. */
const commandOf = ({ Entrypoint }: ImageConfig, program: string): string[] => [
  ...Entrypoint,
  `dist/src/main.${program}.js`,
];

/** Runs all programs of an image against real servers, and the demo against them. @throws OperatorError saying what is not so */
export async function prove(image: Image, scratch: string, started: AsyncDisposableStack): Promise<void> {
  const config = await image.config();
  const [api, worker, passing] = [await image.container(), await image.container(), await image.container()];
  await tellSizes(image, config, api.folder);
  const servers = await startServers(started);
  const scene = { image, config, servers, scratch };

  await prepare(scene, passing.name);
  const since = new Date();
  const processes = (
    [
      ['api', api.name],
      ['worker', worker.name],
    ] as const
  ).map(([program, container]) => {
    const log = path.join(scratch, `${program}.log`);
    const running = image.start(container, commandOf(config, program), servers.application, log);
    started.defer(() => running.stop().then(() => undefined));
    return running;
  });
  await becomeReady(scene, processes, api.name);
  const printed = await image.runOnce(passing.name, commandOf(config, 'first-admin'), servers.application);
  const door = await openDoor(scratch, servers.port);
  started.defer(() => door.stop());
  await goThrough(door, JSON.parse(printed.trim().split('\n').at(-1) ?? '') as SignIn);

  for (const running of processes) must((await running.stop()) === 0, 'SIGTERM ends it in order, with 0');
  const written = [...(await changedSince(api.folder, since)), ...(await changedSince(worker.folder, since))];
  must(written.length === 0, 'nothing was written into the root folders but to /tmp', written.join(', '));
}

async function tellSizes(image: Image, { Entrypoint, User }: ImageConfig, folder: string): Promise<void> {
  say(`\nThe image: ${await image.size()}, entry point ${Entrypoint.join(' ')}, user ${User}`);
  for (const { what, megabytes } of await sizes(folder)) say(`${megabytes.toFixed(1).padStart(7)} MB  ${what}`);
  say('');
}

async function prepare({ image, config, servers }: Scene, container: string): Promise<void> {
  const { KEY_ENCRYPTION_KEY: _, ...keyless } = servers.application;
  const refusal = await image.runOnce(container, commandOf(config, 'api'), keyless).catch(String);
  must(refusal.includes('KEY_ENCRYPTION_KEY is missing'), 'without a key nothing starts, and it says which', refusal);
  const migrated = await image.runOnce(container, commandOf(config, 'migrate'), servers.migration);
  must(migrated.includes('Migrated:'), 'migrate makes the schema, as its owner and without any key', migrated);
  const other = { ...servers.application, FACE_ENGINE: 'face-api' };
  const leftOut = await image.runOnce(container, commandOf(config, 'worker'), other).catch(String);
  must(
    leftOut.includes('needs the npm package @vladmandic/face-api'),
    'the other engine is not in it, and it says so',
    leftOut,
  );
}

async function becomeReady(scene: Scene, processes: readonly Running[], api: string): Promise<void> {
  const { image, config, servers } = scene;
  const { signal } = new AbortController();
  await untilReady('The API', `http://127.0.0.1:${servers.port}/health/ready`, signal);
  await untilReady('The worker', `http://127.0.0.1:${servers.workerPort}/health/ready`, signal);
  say('✔ api and worker are ready, on PostgreSQL as a role that owns nothing, and on Redis');
  const users = await Promise.all(processes.map((running) => userOf(running.pid())));
  must(
    users.every((user) => user === config.User),
    'they run as the user of the image',
    users.join(', '),
  );
  const [, ...ask] = config.Healthcheck.Test;
  const here = ask.map((word) => word.replace(':3000/', `:${servers.port}/`));
  must((await image.runOnce(api, here, {})) === '', 'the health check of the image finds the API well');
}

async function userOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return ['Uid', 'Gid'].map((id) => new RegExp(`^${id}:\\s+(\\d+)`, 'm').exec(status)?.[1]).join(':');
}

async function goThrough(door: Door, signIn: SignIn): Promise<void> {
  const { status, headers } = await fetch(`${door.httpUrl}/kiosk`, { redirect: 'manual' });
  const sentTo = `${status} ${headers.get('location') ?? ''}`;
  must(sentTo === '301 https://localhost/kiosk', 'who comes by HTTP is sent to HTTPS', sentTo);
  const given = await (await fetch(`${door.httpUrl}/ca.crt`)).text();
  must(given === (await readFile(door.authority, 'utf8')), 'tablets can fetch the authority from /ca.crt');
  const stranger = await strangerAt(door);
  must(stranger.includes('CERT'), `who does not trust the authority gets nothing (${stranger})`, stranger);
  const answers = await askThrough(door);
  must(answers === '200 text/html;charset=utf-8 404', 'pages of the image come over HTTPS, figures do not', answers);
  say('\nThe demo, over HTTPS:\n');
  const code = await demoThrough(door, signIn);
  must(code === 0, 'the demo passes against the image over HTTPS', String(code));
}
