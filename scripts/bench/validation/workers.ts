import path from 'node:path';
import { nodeService } from '../../launcher/node-service.js';
import { presentePrograms } from '../../launcher/programs.js';
import { untilReady } from '../../launcher/readiness.js';
import { readSecrets } from '../../launcher/secrets.js';
import { type Settings, withoutEmpty } from '../../launcher/settings.js';
import { type StartedStack } from '../../launcher/stack.js';
import { type Running } from '../../launcher/supervisor.js';
import { freePort } from '../../support/ports.js';
import { BENCH_SETTINGS, sayOnStderr } from '../own-stack.js';

/** Threads of the face engine for each of `workers`, so that together they are as many as there are cores, where that goes. */
export const threadsOfEach = (workers: number, cores: number): number => Math.max(1, Math.floor(cores / workers));

interface Wanted {
  readonly stack: StartedStack;
  /** The folder of the stack, with its secrets. */
  readonly dataDir: string;
  readonly stopped: AbortSignal;
  /** The stack's own worker is the first. */
  readonly count: number;
}

/** Does `work` with `count` workers on the stack's queue. */
export async function withWorkers<T>(wanted: Wanted, work: (urls: readonly string[]) => Promise<T>): Promise<T> {
  const { stack, dataDir, stopped, count } = wanted;
  const { DATABASE_PASSWORD: _, ...keys } = withoutEmpty(await readSecrets(dataDir));
  const { DATABASE_URL, FACE_THREADS } = stack.environment;
  const settings = { ...keys, ...BENCH_SETTINGS, DATABASE_URL, FACE_THREADS: String(FACE_THREADS) };
  const urls = [stack.workerUrl];
  const others: Running[] = [];
  try {
    while (urls.length < count) {
      const port = await freePort(0, '127.0.0.1');
      const name = `worker-${urls.length + 1}`;
      others.push(await startWorker(name, { ...settings, WORKER_PORT: String(port) }, dataDir));
      const url = `http://127.0.0.1:${port}`;
      await untilReady(name, `${url}/health/ready`, stopped);
      urls.push(url);
    }
    return await work(urls);
  } finally {
    await Promise.all(others.map((worker) => worker.stop()));
  }
}

const startWorker = (name: string, settings: Settings, dataDir: string): Promise<Running> =>
  nodeService({
    name,
    program: presentePrograms.worker,
    settings,
    logFile: path.join(dataDir, 'logs', `${name}.log`),
    report: sayOnStderr,
  }).start();
