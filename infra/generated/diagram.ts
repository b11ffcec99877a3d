import { drawnArrows } from './arrows.ts';
import { rolesOf } from './roles.ts';
import { type Json, type Resource, type StageTemplates } from './templates.ts';

/** What Mermaid reads as a name. */
const idOf = (name: string): string => name.replaceAll(/[^\w]/g, '_');

type Shape = readonly [open: string, close: string];

const node = (id: string, lines: readonly string[], [open, close]: Shape = ['[', ']']): string =>
  `${idOf(id)}${open}"${lines.filter(Boolean).join('<br/>')}"${close}`;

const CYLINDER: Shape = ['[(', ')]'];
const SERVICE: Shape = ['([', '])'];

function only(templates: StageTemplates, type: string): Json {
  const [found] = templates.of(type);
  if (found === undefined) throw new Error(`There is no ${type}.`);
  return found.properties;
}

/** A process with its containers, their file systems and its size. */
function task(definition: Resource): string {
  const { properties } = definition;
  const containers = properties['ContainerDefinitions'] as { Name: string; ReadonlyRootFilesystem?: boolean }[];
  const volumes = ((properties['Volumes'] ?? []) as { Name: string }[]).map(({ Name }) => Name);
  const sealed = containers.every(({ ReadonlyRootFilesystem }) => ReadonlyRootFilesystem === true);
  return node(nameOf(definition), [
    `<b>task ${nameOf(definition)}</b>`,
    `containers: ${containers.map(({ Name }) => Name).join(', ')}`,
    `${Number(properties['Cpu']) / 1_024} vCPU, ${Number(properties['Memory']) / 1_024} GiB`,
    sealed ? 'read-only files' : 'writable files',
    volumes.length === 0 ? 'no volume' : `volumes: ${volumes.join(', ')}`,
  ]);
}

function stores(templates: StageTemplates): string[] {
  const database = only(templates, 'AWS::RDS::DBInstance');
  const redis = only(templates, 'AWS::ElastiCache::ReplicationGroup');
  const key = (properties: Json) => `sealed by ${templates.name(properties['KmsKeyId'], 'data')}`;
  return [
    node(
      'database',
      [
        `<b>PostgreSQL</b> ${String(database['EngineVersion'])}, ${String(database['DBInstanceClass'])}`,
        `volume ${String(database['AllocatedStorage'])} to ${String(database['MaxAllocatedStorage'])} GiB`,
        key(database),
        `${database['MultiAZ'] === true ? 'two zones' : 'one zone'}, backups ${String(database['BackupRetentionPeriod'])} days`,
      ],
      CYLINDER,
    ),
    node(
      'redis',
      [
        `<b>Redis</b> ${String(redis['EngineVersion'])}, ${String(redis['NumCacheClusters'])} × ${String(redis['CacheNodeType'])}`,
        `memory alone: ${String(redis['SnapshotRetentionLimit'])} snapshots`,
        key(redis),
      ],
      CYLINDER,
    ),
  ];
}

interface Right {
  readonly task: string;
  readonly role: string;
  /** `kms: Decrypt, Encrypt`. */
  readonly what: string;
  /** Id of a node. */
  readonly on: string;
}

/** Of the roles of tasks, what is about something that stands here. */
function rightsOf(templates: StageTemplates, tasks: readonly string[]): Right[] {
  return rolesOf(templates).flatMap(({ name, statements }) => {
    const role = name.replace(/^service\./, '');
    const task = tasks.find((each) => role === `${each}Role` || role === `${each}ExecutionRole`);
    if (task === undefined) return [];
    return statements.flatMap(({ actions, resources }) =>
      resources
        .map((resource) => (resource.includes(':dbuser:data.Database/') ? 'database' : resource))
        .filter((resource) => resource !== '*' && !resource.startsWith('arn:'))
        .map((resource) => ({ task, role, what: inWords(actions), on: idOf(resource) })),
    );
  });
}

/** What is always the same few actions together. */
const TOGETHER: Readonly<Record<string, string>> = { ecr: 'pull', logs: 'write', secretsmanager: 'read' };

function inWords(actions: readonly string[]): string {
  const [service = ''] = actions[0]?.split(':') ?? [];
  return `${service}: ${TOGETHER[service] ?? actions.map((action) => action.split(':')[1]).join(', ')}`;
}

const WORDS: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KMS key',
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::ECR::Repository': 'repository',
  'AWS::Logs::LogGroup': 'log',
  'AWS::APS::Workspace': 'Prometheus',
  // RDS makes it and keeps it: who may read it names the database.
  'AWS::RDS::DBInstance': 'secret of the owner of',
};

/** What stands in no subnet, by what it is. */
function service(id: string, templates: StageTemplates): string {
  const { type, ...found } = templates.resources.find((each) => idOf(`${each.stack}.${each.id}`) === id) ?? {
    id,
    type: '',
  };
  return node(id, [WORDS[type] ?? type, `<b>${found.id}</b>`], SERVICE);
}

const DEFINITION = 'AWS::ECS::TaskDefinition';
const nameOf = ({ id }: Resource): string => id.replace(/Definition$/, '');

/** Networks, tasks with their containers, stores with their volumes, and every rule of a security group between them. */
export function networkDiagram(templates: StageTemplates): string {
  const ports = Map.groupBy(drawnArrows(templates), ({ from, to }) => `${idOf(from)} ${idOf(to)}`);
  const subnets = (kind: string) =>
    templates
      .of('AWS::EC2::Subnet')
      .filter(({ id }) => id.startsWith(`Vpc${kind}Subnet`))
      .map(({ properties }) => String(properties['CidrBlock']))
      .join(', ');
  return [
    'flowchart LR',
    node('internet', ['people, tablets, telephones'], SERVICE),
    `subgraph vpc["VPC ${String(only(templates, 'AWS::EC2::VPC')['CidrBlock'])}"]`,
    `subgraph public["public subnets ${subnets('public')}"]`,
    node('balancer', ['<b>load balancer</b>', 'certificate of ACM', 'WAF before it']),
    'end',
    `subgraph private["private subnets ${subnets('private')}: no way out"]`,
    ...templates.of(DEFINITION).map(task),
    ...stores(templates),
    node('endpoints', ['endpoints of AWS']),
    'end',
    'end',
    node('s3', ['S3: layers of images'], SERVICE),
    ...[...ports].map(([ends, arrows]) => {
      const all = new Set(arrows.map(({ port }) => port));
      return ends.replace(' ', ` -- "${[...all].join(', ')}" --> `);
    }),
  ].join('\n');
}

/** The roles of each task, and what they may on what. An execution role starts the task; the other one is the program. */
export function rightsDiagram(templates: StageTemplates): string {
  const tasks = templates.of(DEFINITION).map(nameOf);
  const rights = rightsOf(templates, tasks);
  const about = [...new Set(rights.map(({ on }) => on))].sort();
  return [
    'flowchart LR',
    ...tasks.flatMap((name) => [
      `subgraph ${name}["task ${name}"]`,
      node(`${name}Role`, [`${name}Role`, 'the program']),
      node(`${name}ExecutionRole`, [`${name}ExecutionRole`, 'starts it']),
      'end',
    ]),
    ...about.map((id) => (id === 'database' ? node(id, ['<b>PostgreSQL</b>'], CYLINDER) : service(id, templates))),
    ...new Set(rights.map(({ role, what, on }) => `${role} -- "${what}" --> ${on}`)),
  ].join('\n');
}
