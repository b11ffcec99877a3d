import os from 'node:os';
import { z } from 'zod';
import { fromRoot } from './paths.js';
import { splitList } from './split-list.js';
import { weakSecrets } from './weak-secrets.js';

const days = (fallback: number) => z.coerce.number().int().min(1).max(3_650).default(fallback);
const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be a URL such as ${example}` });

const listOf = (text: string): string[] => splitList(text).filter(Boolean);

const origins = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform(listOf)
    .pipe(z.array(z.url({ protocol: /^https?$/, error: 'must be a comma-separated list of origins' })));

/** 32 random bytes in base64: `openssl rand -base64 32`. */
const key256 = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, { error: 'must be 32 bytes in base64 (openssl rand -base64 32)' });

/** The first makes what is new, the others still open what is old. */
const keys256 = z.string().default('').transform(listOf).pipe(z.array(key256));

/** An alias may name another key tomorrow, and what today's key wrapped would not open. */
const kmsKeys = z
  .string()
  .default('')
  .transform(listOf)
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^(arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/)?(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
          {
            error: 'must be the id or the ARN of a key, not an alias',
          },
        ),
    ),
  );

/** An Ed25519 private key, PKCS#8 DER in base64: `openssl genpkey -algorithm ed25519 -outform DER | base64`. */
const ed25519Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 48, {
  error: 'must be an Ed25519 PKCS#8 key in base64 (openssl genpkey -algorithm ed25519 -outform DER | base64)',
});

/** One Ed25519 key, or several with commas between: the first signs, all verify, so that keys can change without a break. */
const ed25519Keys = z
  .string()
  .transform(splitList)
  .pipe(z.array(ed25519Key).min(1))
  .refine((keys) => new Set(keys).size === keys.length, { error: 'must not hold one key twice' });

const proxy = z.union([z.enum(['loopback', 'linklocal', 'uniquelocal']), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const PROXIES = {
  error: 'must be how many proxies stand before this server (0 to 10), or a comma-separated list of their addresses',
};

/** How many proxies stand before this server, or which addresses are proxies. */
const proxies = z
  .string()
  .default('0')
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : splitList(text)))
  .pipe(z.union([z.number().int().max(10, PROXIES), z.array(proxy)], PROXIES));

/**
 * Every setting of the API and the worker, with its default. `.env.example` mirrors this table and a test compares
 * the two. Secrets have no default: the launcher (`npm start`) makes them once and keeps them in the data folder.
 */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The newest lines of all processes together that can be read through the API; 0: none are kept. */
  LOG_STORE_LINES: z.coerce.number().int().min(0).max(100_000).default(20_000),
  /** Where traces go by OTLP over HTTP, or else where all of OpenTelemetry goes; without one nothing is traced. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url(/^https?$/, 'http://127.0.0.1:4318/v1/traces').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/, 'http://127.0.0.1:4318').optional(),
  /** Read by the exporter itself, as its further settings are. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  /** The part of traces that is kept, of those that begin here. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),

  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(3001),
  /** Without a choice: on, but not in production. */
  SANDBOX: flag.optional(),
  CORS_ORIGINS: origins(''),
  TRUST_PROXY: proxies,
  /** The pages that `npm run build:web` makes; without them the API serves no pages. */
  WEB_DIR: z
    .string()
    .min(1)
    .default('web/dist')
    .transform((dir) => fromRoot(dir)),
  /** Where the dashboards are; the administration links to them. */
  GRAFANA_URL: url(/^https?$/, 'https://grafana.school.example').optional(),
  /** CloudWatch's namespace for what workers are counted by; the API writes them into its log when it is set. */
  METRICS_NAMESPACE: z
    .string()
    .regex(/^(?!AWS\/)[\w./#:-]{1,255}$/, 'must be a namespace of CloudWatch, such as Presente/prod')
    .optional(),
  /** Requests in hand at once, of each API; one more is told to try again. */
  REQUESTS_AT_ONCE: z.coerce.number().int().min(4).max(10_000).default(256),
  /** Memory that uploads may fill at once, of each API. */
  UPLOAD_MEMORY_BYTES: z.coerce.number().int().min(1_000_000).max(4_000_000_000).default(256_000_000),
  /** Seconds; a new validation that would wait for longer for a worker is told to try again. */
  BACKLOG_SECONDS: z.coerce.number().min(0.5).max(600).default(2),
  /** Opened by one user at one checkpoint. */
  VALIDATIONS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(120),

  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/presente'),
  /** A password is in the URL or in PGPASSWORD; `aws-iam`: a token that this process signs for each connection. */
  DATABASE_AUTH: z.enum(['password', 'aws-iam']).default('password'),
  /** Connect over TLS, and only to a server whose certificate one of these signed: `aws-rds`, or a file in PEM. */
  DATABASE_CA: z.string().min(1).optional(),
  /** What the API and the worker sign in as, where the migrations do so as somebody else. */
  DATABASE_APP_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be lower-case letters, digits and underscores')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: url(/^rediss?$/, 'redis://127.0.0.1:6379').optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes')
    .default('presente'),
  /** Jobs that a worker has in hand at most, for each queue; it takes as many as keep the face engine's threads busy. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(16),

  INSTITUTION: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be a short name in lower case, such as a domain')
    .default('presente.local'),
  KEY_ENCRYPTION: z.enum(['local', 'aws-kms']).default('local'),
  KEY_ENCRYPTION_KEY: keys256,
  AWS_KMS_KEY_ID: kmsKeys,
  AWS_KMS_ENDPOINT: url(/^https?$/, 'https://kms.eu-west-1.amazonaws.com').optional(),
  BLIND_INDEX_KEY: key256,
  ACCESS_TOKEN_KEY: ed25519Keys,
  CAPTURE_TOKEN_KEY: ed25519Keys,
  CREDENTIAL_KEY: ed25519Keys,
  ERASURE_RECEIPT_KEY: ed25519Keys,
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(30).max(600).default(600),
  /** Life of a device's access token: a stolen one is worth no more than this. */
  DEVICE_TOKEN_SECONDS: z.coerce.number().int().min(30).max(300).default(300),
  /** For how long a checkpoint's nonce can be used. */
  TURN_SECONDS: z.coerce.number().int().min(10).max(600).default(120),
  /** A session ends when it was not refreshed for so long; NIST SP 800-63B-4 (AAL2) names an hour at most. */
  SESSION_IDLE_SECONDS: z.coerce.number().int().min(660).max(604_800).default(3_600),
  /** A session ends then, whatever was done with it; NIST SP 800-63B-4 (AAL2) names a day at most. */
  SESSION_SECONDS: z.coerce.number().int().min(660).max(2_592_000).default(43_200),
  /** For how long the code that opens a person's own page is good: until they are back at a computer. */
  HOLDER_INVITATION_SECONDS: z.coerce.number().int().min(60).max(2_592_000).default(172_800),
  /** A person's own page ends when it was not looked at for so long, and in any case after the next. It opens no other's data. */
  HOLDER_SESSION_IDLE_SECONDS: z.coerce.number().int().min(660).max(7_776_000).default(604_800),
  HOLDER_SESSION_SECONDS: z.coerce.number().int().min(660).max(31_536_000).default(7_776_000),
  /** For how long a shown pass is good; the page draws the next one before. */
  PASS_SECONDS: z.coerce.number().int().min(5).max(60).default(15),
  /** The domain that passkeys belong to, for good: those of another one are lost. */
  PASSKEY_RP_ID: z.hostname('must be a domain, such as presente.school.example').default('localhost'),
  PASSKEY_ORIGINS: origins('http://localhost:3000'),

  FACE_ENGINE: z.enum(['onnx', 'face-api']).default('onnx'),
  FACE_PACK: z.string().min(1).default('arcface'),
  FACE_THREADS: z.coerce.number().int().min(1).max(64).default(os.availableParallelism()),
  MODELS_DIR: z
    .string()
    .min(1)
    .default('models')
    .transform((dir) => fromRoot(dir)),

  CAPTURE_MAX_FRAME_BYTES: z.coerce.number().int().min(10_000).max(20_000_000).default(6_000_000),
  CAPTURE_MAX_PIXELS: z.coerce.number().int().min(100_000).max(50_000_000).default(25_000_000),
  /** How long a client has to upload after an attempt or an enrolment was opened. */
  CAPTURE_SECONDS: seconds(120),
  /** How long the worker has from the upload to a final state; after that the sweeper ends it. */
  PROCESSING_SECONDS: seconds(120),

  /** How long a validation names its person and keeps its scores; what was decided stays without them. */
  RETENTION_VALIDATION_DAYS: days(180),
  /** How long an ended enrolment that made no template which is still in use is kept. */
  RETENTION_ENROLMENT_DAYS: days(180),
  /** How old a template may get; 740 ILCS 14/15 names three years from the last interaction at most. */
  RETENTION_TEMPLATE_DAYS: days(1_095),
  /** How long a credential is kept after it has expired or was revoked. */
  RETENTION_CREDENTIAL_DAYS: days(365),
  /** A person is erased when their last credential, consent and enrolment ended so long ago. */
  RETENTION_PERSON_DAYS: days(365),
  /** How long an archived card of a board is kept. */
  RETENTION_CARD_DAYS: days(365),
  /** Whether administrators and SREs may break things on purpose (`injectFault`), for a while. */
  FAULTS: flag.default(false),
  /** The second switch, without which faults are refused in production. */
  FAULTS_IN_PRODUCTION: flag.default(false),
  /** How often the worker looks for what is kept too long. */
  RETENTION_EVERY_SECONDS: z.coerce.number().int().min(1).max(86_400).default(3_600),
});

/** What the migrations need: they run where no key of the application is. */
const migrationSchema = environmentSchema.pick({
  DATABASE_URL: true,
  DATABASE_POOL: true,
  DATABASE_AUTH: true,
  DATABASE_CA: true,
  DATABASE_APP_ROLE: true,
});

/** @returns what is wrong with settings that are right one by one */
function problemsTogether(settings: Settings): string[] {
  const { KEY_ENCRYPTION, KEY_ENCRYPTION_KEY, AWS_KMS_KEY_ID } = settings;
  const [name, keys] =
    KEY_ENCRYPTION === 'local' ? ['KEY_ENCRYPTION_KEY', KEY_ENCRYPTION_KEY] : ['AWS_KMS_KEY_ID', AWS_KMS_KEY_ID];
  const missing = keys.length > 0 ? [] : [`${name} is missing: KEY_ENCRYPTION=${KEY_ENCRYPTION} needs it`];
  return [...missing, ...problemsWithFaults(settings)];
}

const problemsWithFaults = ({ NODE_ENV, FAULTS, FAULTS_IN_PRODUCTION }: Settings): string[] =>
  NODE_ENV === 'production' && FAULTS && !FAULTS_IN_PRODUCTION
    ? ['FAULTS lets people break this on purpose: in production FAULTS_IN_PRODUCTION must be true, too']
    : [];

type Settings = z.output<typeof environmentSchema>;

export type Environment = Readonly<Settings & { SANDBOX: boolean }>;

/** The settings are wrong; `problems` has a line for each, naming the variable and what it should be, never its value. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

/** @throws EnvironmentError listing every wrong variable at once. */
export function readEnvironment(source: Variables): Environment {
  return accepted(parsed(environmentSchema, source), source);
}

/** For the migrations alone. @throws EnvironmentError */
export const readMigrationEnvironment = (source: Variables): z.output<typeof migrationSchema> =>
  parsed(migrationSchema, source);

type Variables = Readonly<Record<string, string | undefined>>;

function parsed<Schema extends z.ZodObject>(schema: Schema, source: Variables): z.output<Schema> {
  // `NAME=` in a file says that nothing was chosen.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map(({ path, message, code }) => {
      const name = path.join('.');
      return given[String(path[0])] === undefined && code !== 'custom' ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}

/** What depends on several settings. @throws EnvironmentError, in production also when a secret can be guessed */
function accepted(settings: Settings, given: Variables): Environment {
  const production = settings.NODE_ENV === 'production';
  const problems = [...problemsTogether(settings), ...(production ? weakSecrets(given) : [])];
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.freeze({ ...settings, SANDBOX: settings.SANDBOX ?? !production });
}

/** The only place where the process environment is read. Ends the process with the list of problems when it is wrong. */
export function environmentOrExit(): Environment {
  return orExit(readEnvironment);
}

export function migrationEnvironmentOrExit(): z.output<typeof migrationSchema> {
  return orExit(readMigrationEnvironment);
}

function orExit<Result>(read: (source: Variables) => Result): Result {
  try {
    return read(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\nSee .env.example; "npm start" makes a working environment by itself.\n`);
    process.exit(78); // EX_CONFIG of sysexits.h
  }
}
