import { startPostgres } from '../support/postgres.js';
import { type Running, type Service } from './supervisor.js';

/** The embedded PostgreSQL as a service; it keeps its port when it is started again, because its clients know it. */
export class PostgresService implements Service {
  readonly name = 'PostgreSQL';
  private known: { url: string; port: number } | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly password: string,
    readonly logFile: string,
  ) {}

  get url(): string {
    if (this.known === undefined) throw new Error('PostgreSQL was not started yet.');
    return this.known.url;
  }

  async start(): Promise<Running> {
    const { dataDir, password, logFile } = this;
    const server = await startPostgres({ dataDir, password, logFile, ...(this.known && { port: this.known.port }) });
    this.known = server;
    return {
      ended: server.ended.then(() => ({ how: 'the server is gone' })),
      stop: () => server.stop(),
      kill: () => process.kill(server.pid, 'SIGQUIT'),
    };
  }
}
