import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How things go; without a word, well. */
export interface Course {
  /** The exit code of the migration, why it did not start, or that it does not end. */
  readonly migration?: number | string;
  readonly worker?: 'FAILED' | 'went back' | 'never';
  readonly api?: 'FAILED' | 'went back' | 'never';
  /** The image was pushed before. */
  readonly there?: boolean;
  /** The keys of the application were made before. */
  readonly keys?: boolean;
  /** A service can't be updated a second time. */
  readonly stuck?: boolean;
}

interface Definition {
  readonly family: string;
  readonly containerDefinitions: readonly { readonly name: string; readonly image: string }[];
  readonly [field: string]: unknown;
}

export interface StandInAws {
  readonly url: string;
  begin(course: Course): void;
  /** As the CLI calls them, in order. */
  calls(): readonly string[];
  /** What was changed, in order. */
  changes(): readonly string[];
  revisions(): readonly { readonly before: Definition; readonly registered: Definition }[];
  secret(): string | undefined;
  stop(): Promise<void>;
}

type Answer = Readonly<Record<string, unknown>>;

/** What the commands send, of which each sends its own. */
interface Input {
  readonly repositoryName: string;
  readonly Name: string;
  readonly Value: string;
  readonly taskDefinition: string;
  readonly services: readonly string[];
  readonly service: string;
  readonly SecretId: string;
  readonly SecretString: string;
}

const ACCOUNT = '111111111111';
const ECS = `arn:aws:ecs:eu-west-1:${ACCOUNT}`;
const REGISTRY = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com`;
const DIGEST = `sha256:${'ab'.repeat(32)}`;

const short = (arn: string): string => arn.replace(/^.*\//, '');
const kebab = (action: string): string => action.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();

/** As ECS describes the revision that runs, with what may not be sent back (`revision`, `status`, its ARN). */
function definition(family: string): Definition {
  const name = family.replace(/^presente-\w+-/, '');
  const container = {
    name,
    image: `${REGISTRY}/presente-prod@sha256:${'00'.repeat(32)}`,
    entryPoint: ['node', '--enable-source-maps'],
    command: [`dist/src/main.${name}.js`],
    essential: true,
    environment: [{ name: 'NODE_ENV', value: 'production' }],
    secrets: [{ name: 'A', valueFrom: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:a:A::` }],
    readonlyRootFilesystem: true,
    user: '1000:1000',
  };
  const collector = { name: 'collector', image: `${REGISTRY}/presente-prod-collector:v0.43.3`, essential: false };
  return {
    family,
    taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/${name}-execution`,
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    volumes: [],
    placementConstraints: [],
    requiresCompatibilities: ['FARGATE'],
    runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: name === 'migrate' ? [container] : [container, collector],
    taskDefinitionArn: `${ECS}:task-definition/${family}:7`,
    revision: 7,
    status: 'ACTIVE',
  };
}

/** What AWS knows and does in one run of the command. */
class World {
  readonly calls: string[] = [];
  readonly changes: string[] = [];
  readonly revisions: { before: Definition; registered: Definition }[] = [];
  secret: string | undefined;
  private readonly course: Course;
  private readonly runs = new Map<string, string>();
  private readonly asked = new Map<string, number>();
  private pushed: boolean;

  constructor(course: Course) {
    this.course = course;
    this.pushed = course.there ?? false;
  }

  /** By action; the shapes are those of the SDK's types, on the wire. */
  readonly answers: Readonly<Record<string, (input: Input) => Answer>> = {
    GetAuthorizationToken: () => ({
      authorizationData: [
        {
          authorizationToken: Buffer.from('AWS:registry-word').toString('base64'),
          expiresAt: 1_795_000_000,
          proxyEndpoint: `https://${REGISTRY}`,
        },
      ],
    }),
    DescribeImages: ({ repositoryName }) => this.image(repositoryName),
    GetParameter: ({ Name }) => ({
      Parameter: { Name, Type: 'String', Version: 1, Value: '{"awsvpcConfiguration":{"subnets":["subnet-1"]}}' },
    }),
    PutParameter: ({ Name, Value }) => this.change(`${Name} = ${Value}`, { Version: 2, Tier: 'Standard' }),
    DescribeTaskDefinition: ({ taskDefinition }) => ({
      taskDefinition: definition(short(taskDefinition).replace(/:\d+$/, '')),
      tags: [],
    }),
    RegisterTaskDefinition: (input) => this.register(input as unknown as Definition),
    RunTask: ({ taskDefinition }) =>
      this.change(`run ${short(taskDefinition)}`, {
        tasks: [{ taskArn: `${ECS}:task/presente-prod/1`, lastStatus: 'PROVISIONING' }],
        failures: [],
      }),
    DescribeTasks: () => ({ tasks: [this.migration()], failures: [] }),
    DescribeServices: ({ services }) => ({ services: [this.service(String(services[0]))], failures: [] }),
    UpdateService: ({ service, taskDefinition }) => this.update(service, taskDefinition),
    DescribeSecret: ({ SecretId }) => ({
      Name: SecretId,
      ...(this.course.keys === true && { VersionIdsToStages: { one: ['AWSCURRENT'] } }),
    }),
    PutSecretValue: ({ SecretString }) => {
      this.secret = SecretString;
      return { VersionId: 'one', VersionStages: ['AWSCURRENT'] };
    },
  };

  private change(what: string, answer: Answer): Answer {
    this.changes.push(what);
    return answer;
  }

  /** There once somebody has asked and gone to push it. */
  private image(repository: string): Answer {
    const mine = !repository.endsWith('collector');
    const there = this.course.there === true || (mine && this.pushed);
    if (mine) this.pushed = true;
    if (!there) throw new Fault('ImageNotFoundException');
    return { imageDetails: [{ repositoryName: repository, imageDigest: DIGEST, imageTags: ['abc123'] }] };
  }

  private register(registered: Definition): Answer {
    this.revisions.push({ before: definition(registered.family), registered });
    const taskDefinitionArn = `${ECS}:task-definition/${registered.family}:8`;
    return this.change(`register ${registered.family}`, {
      taskDefinition: { ...registered, taskDefinitionArn, revision: 8 },
    });
  }

  private migration(): Answer {
    const { migration = 0 } = this.course;
    const task = { taskArn: `${ECS}:task/presente-prod/1`, containers: [{ name: 'migrate' }] };
    if (migration === 'never' || this.times('migration') === 0) return { ...task, lastStatus: 'RUNNING' };
    if (typeof migration === 'string') return { ...task, lastStatus: 'STOPPED', stoppedReason: migration };
    return { ...task, lastStatus: 'STOPPED', containers: [{ name: 'migrate', exitCode: migration }] };
  }

  private service(name: string): Answer {
    const before = `${ECS}:task-definition/presente-prod-${name}:7`;
    const runs = this.runs.get(name);
    const course = this.course[name as 'api' | 'worker'];
    const begun = runs?.endsWith(':8') === true && this.times(name) > 0;
    const failed = begun && course === 'FAILED';
    const taskDefinition = begun && course === 'went back' ? before : (runs ?? before);
    const rolloutState = failed
      ? 'FAILED'
      : (begun && course !== 'never') || runs === undefined
        ? 'COMPLETED'
        : 'IN_PROGRESS';
    const deployment = { status: 'PRIMARY', taskDefinition, rolloutState, desiredCount: 2, runningCount: 2 };
    return {
      serviceName: name,
      status: 'ACTIVE',
      taskDefinition,
      deployments: [
        { ...deployment, ...(failed && { rolloutStateReason: 'tasks failed to start' }) },
        { status: 'ACTIVE', taskDefinition: before, rolloutState: 'COMPLETED' },
      ],
    };
  }

  private update(service: string, taskDefinition: string): Answer {
    if (this.course.stuck === true && this.runs.has(service)) throw new Fault('ServiceNotActiveException');
    this.runs.set(service, taskDefinition);
    return this.change(`${service} → ${short(taskDefinition)}`, { service: this.service(service) });
  }

  /** How often this was asked before. */
  private times(what: string): number {
    const times = this.asked.get(what) ?? 0;
    this.asked.set(what, times + 1);
    return times;
  }
}

/** An error of AWS, by its code. */
class Fault extends Error {}

/** Answers AWS' JSON protocol, by which the real SDK of the command asks, on this machine. */
export async function startAws(): Promise<StandInAws> {
  let world = new World({});

  const answer = async (request: IncomingMessage): Promise<[status: number, body: Answer]> => {
    const action = String(request.headers['x-amz-target']).replace(/^.*\./, '');
    const input = JSON.parse(await text(request)) as Input;
    world.calls.push(kebab(action));
    try {
      return [200, world.answers[action]?.(input) ?? {}];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return [400, { __type: error.message, message: error.message }];
    }
  };

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin: (course) => {
      world = new World(course);
    },
    calls: () => world.calls,
    changes: () => world.changes,
    revisions: () => world.revisions,
    secret: () => world.secret,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
