import { type Settings } from './settings.ts';

/** Each has a security group; nothing is in two. */
export const PARTIES = ['balancer', 'api', 'worker', 'migrate', 'database', 'redis', 'endpoints'] as const;
export type Party = (typeof PARTIES)[number];

/** Outside of every security group. */
export type Outside = 'internet' | 's3';

/** Who may open a connection to whom; the diagram of docs/aws.md, and all there is. */
export interface Arrow {
  readonly from: Party | 'internet';
  readonly to: Party | Outside;
  readonly port: number;
  readonly why: string;
}

export const PORTS = { api: 3000, worker: 3001, postgres: 5432, redis: 6379, https: 443, http: 80 } as const;

/** The processes that run in tasks. */
export const TASKS = ['api', 'worker', 'migrate'] as const satisfies readonly Party[];

const always: readonly Arrow[] = [
  { from: 'internet', to: 'balancer', port: PORTS.https, why: 'pages, GraphQL and uploads, past the firewall' },
  { from: 'internet', to: 'balancer', port: PORTS.http, why: 'only to be sent to HTTPS' },
  { from: 'balancer', to: 'api', port: PORTS.api, why: 'requests and health checks' },
  { from: 'api', to: 'database', port: PORTS.postgres, why: 'rows, over TLS' },
  { from: 'worker', to: 'database', port: PORTS.postgres, why: 'rows, over TLS' },
  { from: 'migrate', to: 'database', port: PORTS.postgres, why: 'the schema, over TLS' },
  { from: 'api', to: 'redis', port: PORTS.redis, why: 'jobs, captures and counters, over TLS' },
  { from: 'worker', to: 'redis', port: PORTS.redis, why: 'jobs and captures, over TLS' },
];

/** How a task reaches AWS itself: images, logs, secrets, keys. */
const toAws: Readonly<Record<Settings['tasksIn'], (from: Party) => readonly Arrow[]>> = {
  isolated: (from) => [
    { from, to: 'endpoints', port: PORTS.https, why: 'keys, secrets, logs, the manifest of the image' },
    { from, to: 's3', port: PORTS.https, why: 'the layers of the image, which ECR keeps in S3' },
  ],
  public: (from) => [{ from, to: 'internet', port: PORTS.https, why: 'AWS, by its public addresses' }],
};

export const arrowsOf = ({ tasksIn }: Settings): readonly Arrow[] => [...always, ...TASKS.flatMap(toAws[tasksIn])];
