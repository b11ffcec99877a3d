import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Environment } from '../../src/config/env.js';
import { OperatorError } from '../support/operator-error.js';
import { freePort } from '../support/ports.js';
import { ensureFirstAdmin, type SignIn } from './first-admin.js';
import { acquireLock, type Lock } from './lock.js';
import { nodeService } from './node-service.js';
import { runOnce } from './one-shot.js';
import { PostgresService } from './postgres-service.js';
import { type Programs } from './programs.js';
import { requirePort, untilReady } from './readiness.js';
import { ensureSecrets } from './secrets.js';
import { type Settings, validated } from './settings.js';
import { Supervisor } from './supervisor.js';

export interface StackOptions {
  /** Keeps the secrets, the logs and the embedded database. */
  readonly dataDir: string;
  /** What the person set; the stack adds the secrets and the database's URL where they are missing. */
  readonly given: Settings;
  readonly programs: Programs;
  /** Gets what a person should read while it runs. */
  readonly report: (line: string) => void;
}

export interface StartedStack {
  readonly environment: Environment;
  readonly apiUrl: string;
  readonly workerUrl: string;
  /** Only on the first start. */
  readonly firstAdmin: SignIn | undefined;
}

/** Presente with all it needs: PostgreSQL unless DATABASE_URL is set, the API and the worker, each started again when it dies. */
export class Stack {
  private readonly aborter = new AbortController();
  private readonly processes: Supervisor[] = [];
  private readonly givenUp = Promise.withResolvers<never>();
  private database: Supervisor | undefined;
  private lock: Lock | undefined;
  private starting: Promise<StartedStack> | undefined;

  /** Rejects with an OperatorError when a part that died again and again is given up. */
  readonly failed: Promise<never> = this.givenUp.promise;

  constructor(private readonly options: StackOptions) {
    this.failed.catch(() => undefined); // Whoever cares waits for it; until then it must not count as unhandled.
  }

  /** @throws OperatorError when it can't start or was stopped meanwhile; what did start then still has to be stopped */
  start(): Promise<StartedStack> {
    this.starting ??= this.startAll();
    return this.starting;
  }

  /** Ends the API and the worker, then the database that they use. */
  async stop(): Promise<void> {
    this.aborter.abort(new OperatorError('Stopped while it was starting.'));
    await this.starting?.catch(() => undefined);
    await Promise.all(this.processes.map((supervisor) => supervisor.stop()));
    await this.database?.stop();
    await this.lock?.release();
  }

  /** Ends everything at once. The database then recovers on its next start, as after a power cut. */
  kill(): void {
    for (const supervisor of [...this.processes, this.database]) supervisor?.kill();
  }

  private async startAll(): Promise<StartedStack> {
    const { dataDir, programs, given } = this.options;
    const { signal } = this.aborter;
    // Others may pass, for the database's own user, and see nothing: every file in it has its own, stricter mode.
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    await mkdir(path.join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
    this.lock = await acquireLock(dataDir);
    const { DATABASE_PASSWORD, ...keys } = await ensureSecrets(dataDir);
    const ports = await this.choosePorts({ ...keys, ...given }, this.lock.inherited);
    const DATABASE_URL = given['DATABASE_URL'] ?? (await this.startDatabase(DATABASE_PASSWORD));
    const settings = { ...keys, ...given, ...ports, DATABASE_URL };
    const environment = validated(settings);
    signal.throwIfAborted();

    await runOnce('Migrating the database', programs.migrate, settings, signal);
    const apiUrl = urlOf(environment.HOST, environment.PORT);
    const workerUrl = urlOf(environment.HOST, environment.WORKER_PORT);
    await Promise.all([
      this.startProcess('The API', 'api', settings, `${apiUrl}/health/ready`),
      this.startProcess('The worker', 'worker', settings, `${workerUrl}/health/ready`),
    ]);
    // Last: its password is shown once, and a start that failed after this would have lost it.
    const firstAdmin = await ensureFirstAdmin(programs.firstAdmin, settings, signal);
    return { environment, apiUrl, workerUrl, firstAdmin };
  }

  /** Port 0 becomes a free one here, because others must know the number. */
  private async choosePorts(settings: Settings, inherited: boolean): Promise<Settings> {
    const { HOST, PORT, WORKER_PORT } = validated({ DATABASE_URL: 'postgres://127.0.0.1', ...settings });
    const patience = inherited ? 20_000 : 0;
    const chosen: Record<string, string> = {};
    for (const [variable, port] of Object.entries({ PORT, WORKER_PORT })) {
      if (port !== 0) await requirePort(variable, port, HOST, patience);
      chosen[variable] = String(port === 0 ? await freePort(0, HOST) : port);
    }
    return chosen;
  }

  private async startDatabase(password: string): Promise<string> {
    const { dataDir, report } = this.options;
    const service = new PostgresService(path.join(dataDir, 'postgres'), password, this.logFile('postgres'));
    this.database = this.supervise(new Supervisor(service, report));
    await this.database.start();
    return service.url;
  }

  private async startProcess(
    name: string,
    program: 'api' | 'worker',
    settings: Settings,
    readyUrl: string,
  ): Promise<void> {
    const { programs, report } = this.options;
    const service = nodeService({ name, program: programs[program], settings, report, logFile: this.logFile(program) });
    const supervisor = this.supervise(new Supervisor(service, report));
    this.processes.push(supervisor);
    await supervisor.start();
    await Promise.race([untilReady(name, readyUrl, this.aborter.signal), supervisor.failed]);
  }

  private supervise(supervisor: Supervisor): Supervisor {
    supervisor.failed.catch((error: unknown) => {
      this.givenUp.reject(error);
    });
    return supervisor;
  }

  private logFile(name: string): string {
    return path.join(this.options.dataDir, 'logs', `${name}.log`);
  }
}

/** Where this machine reaches a server that listens on `host`. */
function urlOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
