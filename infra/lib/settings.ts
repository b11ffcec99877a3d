/** What differs between the stages, and what an owner has to say of their own account. */
export type Stage = 'dev' | 'prod';

/** A process of Presente as ECS runs it. */
export interface ServiceSize {
  /** Units of 1/1024 vCPU, one of Fargate's sizes. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly least: number;
  readonly most: number;
}

export interface Settings {
  readonly stage: Stage;
  readonly account: string;
  readonly region: string;
  /** Named, never looked up: a template must come out the same without an account. */
  readonly zones: readonly string[];
  /** `isolated`: no way to the internet, AWS by endpoints. `public`: an address each and no endpoints to pay; nobody may connect to it either. */
  readonly tasksIn: 'isolated' | 'public';
  readonly architecture: 'ARM64' | 'X86_64';
  /** The managed prefix list of S3 in the region: `aws ec2 describe-managed-prefix-lists`. */
  readonly s3PrefixList: string;
  /** Where people find it; passkeys belong to this name for good. */
  readonly domain: string;
  readonly hostedZoneId: string;
  readonly hostedZoneName: string;
  /** Whom alarms are sent to. */
  readonly alarmEmail: string;
  /** `owner/name` on GitHub, whose workflows may deploy; nobody's when it is not said. */
  readonly githubRepository: string | undefined;
  readonly api: ServiceSize;
  readonly worker: ServiceSize;
  /** Of the school's clock. */
  readonly timeZone: string;
  /** When a school day begins and ends, as cron hours and minutes: workers are there before the queue is. */
  readonly schoolDay: { readonly begins: Clock; readonly ends: Clock; readonly workers: number } | undefined;
  readonly database: {
    readonly instance: string;
    readonly storageGiB: number;
    readonly multiAz: boolean;
    readonly backupDays: number;
  };
  readonly redis: { readonly node: string; readonly nodes: number };
  /** As CloudWatch counts them (logs.ts). */
  readonly logDays: 7 | 30;
  /** Requests that one address may make in five minutes: a school is behind one. */
  readonly requestsPerFiveMinutes: number;
  /** Amazon Managed Prometheus with a collector beside each task. */
  readonly prometheus: boolean;
  /** Deleting a stack must not delete what people rely on. */
  readonly keepData: boolean;
}

export interface Clock {
  readonly hour: string;
  readonly minute: string;
}

const shared = {
  account: '111111111111',
  region: 'eu-west-1',
  architecture: 'ARM64',
  s3PrefixList: 'pl-6da54004',
  hostedZoneId: 'Z0000000000000000000',
  hostedZoneName: 'school.example',
  alarmEmail: 'presente-alarms@school.example',
  githubRepository: undefined,
  timeZone: 'Europe/Madrid',
} as const;

const stages: Readonly<Record<Stage, Settings>> = {
  dev: {
    ...shared,
    stage: 'dev',
    zones: ['eu-west-1a', 'eu-west-1b'],
    tasksIn: 'public',
    domain: 'presente-dev.school.example',
    api: { cpu: 256, memoryMiB: 1_024, least: 1, most: 2 },
    worker: { cpu: 1_024, memoryMiB: 2_048, least: 1, most: 2 },
    schoolDay: undefined,
    database: { instance: 't4g.micro', storageGiB: 20, multiAz: false, backupDays: 1 },
    redis: { node: 'cache.t4g.micro', nodes: 1 },
    logDays: 7,
    requestsPerFiveMinutes: 6_000,
    prometheus: false,
    keepData: false,
  },
  prod: {
    ...shared,
    stage: 'prod',
    zones: ['eu-west-1a', 'eu-west-1b'],
    tasksIn: 'isolated',
    domain: 'presente.school.example',
    api: { cpu: 512, memoryMiB: 1_024, least: 2, most: 6 },
    worker: { cpu: 2_048, memoryMiB: 4_096, least: 2, most: 10 },
    schoolDay: { begins: { hour: '7', minute: '15' }, ends: { hour: '18', minute: '0' }, workers: 3 },
    database: { instance: 'm7g.large', storageGiB: 100, multiAz: true, backupDays: 14 },
    redis: { node: 'cache.t4g.small', nodes: 2 },
    logDays: 30,
    requestsPerFiveMinutes: 12_000,
    prometheus: true,
    keepData: true,
  },
};

/** What may be said with `--context`, or in cdk.json: what belongs to an owner, and not to the stage. */
const OWN = [
  'account',
  'region',
  'architecture',
  's3PrefixList',
  'domain',
  'hostedZoneId',
  'hostedZoneName',
  'alarmEmail',
  'githubRepository',
  'timeZone',
] as const;

/**
 * @param context as CDK gives it: `zones` is a list with commas, `idle` means no task at all, until the first image is there
 * @throws when a value is none that can be meant
 */
export function settingsOf(stage: string, context: (name: string) => unknown): Settings {
  if (stage !== 'dev' && stage !== 'prod') throw new Error(`stage: must be dev or prod, not ${stage}`);
  const own: Record<string, string> = {};
  for (const name of OWN) {
    const given = context(name);
    if (typeof given === 'string' && given !== '') own[name] = given;
  }
  const zones = context('zones');
  const settings: Settings = {
    ...stages[stage],
    ...own,
    ...(typeof zones === 'string' && { zones: zones.split(',') }),
  };
  assertArchitecture(settings.architecture);
  if (settings.zones.length < 2) throw new Error('zones: must name two at least, as the load balancer needs');
  return context('idle') === 'true' ? idle(settings) : settings;
}

function assertArchitecture(value: string): void {
  if (value !== 'ARM64' && value !== 'X86_64') throw new Error(`architecture: must be ARM64 or X86_64, not ${value}`);
}

const idle = (settings: Settings): Settings => ({
  ...settings,
  api: { ...settings.api, least: 0, most: 0 },
  worker: { ...settings.worker, least: 0, most: 0 },
  schoolDay: undefined,
});
