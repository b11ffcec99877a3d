import { type Json, type Resource, type StageTemplates } from '../generated/templates.ts';
import { type Settings } from '../lib/settings.ts';
import { PRICES } from './prices.ts';

/** A line of the bill. */
export interface Item {
  readonly what: string;
  readonly how: string;
  readonly dollars: number;
}

const HOURS = 730;

const item = (what: string, how: string, dollars: number): Item => ({ what, how, dollars });

/** A month in which nobody comes, from what the templates hold; prices are those of prices.ts. */
export function idleMonth(templates: StageTemplates, settings: Settings): Item[] {
  const endpoints = templates
    .of('AWS::EC2::VPCEndpoint')
    .filter(({ properties }) => properties['VpcEndpointType'] === 'Interface');
  const zones = settings.zones.length;
  const addresses = zones + (settings.tasksIn === 'public' ? settings.api.least + settings.worker.least : 0);
  return [
    ...['api', 'worker'].map((name) => tasks(templates, settings, name as 'api' | 'worker')),
    database(templates),
    redis(templates),
    item('load balancer', '1', PRICES.balancer.dollars),
    item('public addresses', `${addresses}`, addresses * HOURS * PRICES.address.dollars),
    item(
      'endpoints',
      `${endpoints.length} × ${zones} zones`,
      endpoints.length * zones * HOURS * PRICES.endpoint.dollars,
    ),
    firewall(templates),
    keysAndSecrets(templates),
    watching(templates),
    prometheus(templates, settings),
  ].filter(({ dollars }) => dollars > 0);
}

function tasks(templates: StageTemplates, { api, worker, architecture }: Settings, name: 'api' | 'worker'): Item {
  const definition = templates
    .of('AWS::ECS::TaskDefinition')
    .find(({ properties }) => String(properties['Family']).endsWith(name));
  const [vcpu, gb] = [Number(definition?.properties['Cpu']) / 1_024, Number(definition?.properties['Memory']) / 1_024];
  const count = { api, worker }[name].least;
  return item(
    `${name}, on Fargate`,
    `${count} × ${vcpu} vCPU, ${gb} GB`,
    count * HOURS * taskHour(vcpu, gb, architecture),
  );
}

const taskHour = (vcpu: number, gb: number, architecture: Settings['architecture']): number =>
  architecture === 'ARM64'
    ? vcpu * PRICES.fargateVcpuArm.dollars + gb * PRICES.fargateGbArm.dollars
    : vcpu * PRICES.fargateVcpuX86.dollars + gb * PRICES.fargateGbX86.dollars;

/** An instance that has no price here is one that nobody looked up: better no estimate than a wrong one. */
function hourly(table: Readonly<Record<string, number>>, kind: unknown): number {
  const price = table[String(kind)];
  if (price === undefined) throw new Error(`cost/prices.ts has no price of ${String(kind)}`);
  return price;
}

function database(templates: StageTemplates): Item {
  const { DBInstanceClass, MultiAZ, AllocatedStorage } = only(templates, 'AWS::RDS::DBInstance');
  const copies = MultiAZ === true ? 2 : 1;
  const classes = { 'db.t4g.micro': PRICES.databaseT4gMicro.dollars, 'db.m7g.large': PRICES.databaseM7gLarge.dollars };
  const each = hourly(classes, DBInstanceClass) * HOURS + Number(AllocatedStorage) * PRICES.databaseStorage.dollars;
  return item('PostgreSQL', `${copies} × ${String(DBInstanceClass)}, ${String(AllocatedStorage)} GB`, copies * each);
}

function redis(templates: StageTemplates): Item {
  const { CacheNodeType, NumCacheClusters } = only(templates, 'AWS::ElastiCache::ReplicationGroup');
  const nodes = { 'cache.t4g.micro': PRICES.redisT4gMicro.dollars, 'cache.t4g.small': PRICES.redisT4gSmall.dollars };
  const how = `${String(NumCacheClusters)} × ${String(CacheNodeType)}`;
  return item('Redis', how, Number(NumCacheClusters) * HOURS * hourly(nodes, CacheNodeType));
}

function firewall(templates: StageTemplates): Item {
  const rules = (only(templates, 'AWS::WAFv2::WebACL')['Rules'] as unknown[]).length;
  return item('firewall', `1, ${rules} rules`, PRICES.firewall.dollars + rules * PRICES.firewallRule.dollars);
}

function keysAndSecrets(templates: StageTemplates): Item {
  const keys = templates.of('AWS::KMS::Key').length;
  // And RDS' own, with the owner's password.
  const secrets = templates.of('AWS::SecretsManager::Secret').length + 1;
  return item(
    'keys and secrets',
    `${keys} and ${secrets}`,
    keys * PRICES.key.dollars + secrets * PRICES.secret.dollars,
  );
}

/** What Presente itself tells CloudWatch; Container Insights tells of some thirty more for a service. */
const METRICS = 2 + 2 * 30;
/** Of the logs of a month in which nobody comes: health checks are not logged. */
const IDLE_LOGS_GB = 1;

function watching(templates: StageTemplates): Item {
  const alarms = templates.of('AWS::CloudWatch::Alarm').length;
  const dollars =
    alarms * PRICES.alarm.dollars +
    METRICS * PRICES.metric.dollars +
    PRICES.dashboard.dollars +
    IDLE_LOGS_GB * PRICES.logs.dollars;
  return item('CloudWatch', `${alarms} alarms, ${METRICS} metrics, 1 dashboard, ${IDLE_LOGS_GB} GB of logs`, dollars);
}

/** Series of one process (`/metrics` of an API after its first requests), each scraped twice a minute. */
const SERIES = 1_500;

function prometheus(templates: StageTemplates, { api, worker }: Settings): Item {
  const processes = templates.of('AWS::APS::Workspace').length === 0 ? 0 : api.least + worker.least;
  const millions = (processes * SERIES * 2 * 60 * HOURS) / 1e6;
  const how = `${processes} processes × ${SERIES} series`;
  return item('Managed Prometheus', how, (millions / 10) * PRICES.prometheusSamples.dollars);
}

function only(templates: StageTemplates, type: string): Json {
  const [first, ...others]: readonly Resource[] = templates.of(type);
  if (first === undefined || others.length > 0) throw new Error(`There is not one ${type}.`);
  return first.properties;
}

/** Seconds on one core (docs/measuring.md, `bench -- validation`): of a passive validation, and of one more frame of an active one. */
const CORE_SECONDS = { api: 0.011_7, worker: 0.027, frame: 0.018_4 };
const FRAMES = 6.6;
/** A vCPU is one of the two threads of a core. */
const VCPU_PER_CORE = 2;
/** The busiest that a task is to be (lib/scaling.ts). */
const BUSY = 0.6;
/** Requests of a kiosk for one validation: the nonce, the opening, the upload, the socket, and one to spare. */
const REQUESTS = 5;
/** Of captures one to wrap and one to open; of the template and of the person one each. */
const KEY_USES = 4;
const LOG_KB = 4;

/** What a million validations with a challenge cost beyond the idle month. */
export function millionValidations({ architecture, api, worker }: Settings): Item[] {
  const hours = (seconds: number) => (seconds * VCPU_PER_CORE * 1e6) / 3_600 / BUSY;
  const program = (what: string, seconds: number, { cpu, memoryMiB }: Settings['api']): Item => {
    const vcpuHours = hours(seconds);
    const dollars = vcpuHours * taskHour(1, memoryMiB / cpu, architecture);
    return item(what, `${vcpuHours.toFixed(1)} vCPU-hours`, dollars);
  };
  return [
    program('api, on Fargate', CORE_SECONDS.api, api),
    program('worker, on Fargate', CORE_SECONDS.worker + (FRAMES - 1) * CORE_SECONDS.frame, worker),
    item('keys', `${KEY_USES} million requests`, ((KEY_USES * 1e6) / 10_000) * PRICES.keyUse.dollars),
    item('firewall', `${REQUESTS} million requests`, REQUESTS * PRICES.firewallRequests.dollars),
    // An LCU is 25 new connections a second or 1 GB an hour; frames weigh the most, some 80 KB each.
    item(
      'load balancer',
      `${((FRAMES * 80) / 1e3).toFixed(2)} TB`,
      ((FRAMES * 80 * 1e6) / 1e6) * PRICES.balancerUnit.dollars,
    ),
    item('logs', `${LOG_KB} GB`, LOG_KB * PRICES.logs.dollars),
  ];
}

/** The same number of images compared by Rekognition, one each. */
export const rekognitionMillion = (): number => 1_000 * PRICES.rekognition.dollars;

export const total = (items: readonly Item[]): number => items.reduce((sum, { dollars }) => sum + dollars, 0);
