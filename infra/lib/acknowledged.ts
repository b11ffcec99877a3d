import { Validations } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';
import { type Settings, type Stage } from './settings.ts';

/** A finding of cdk-nag that is meant so: one rule, on one construct, for a reason, until somebody has to think again. */
export interface Acknowledgement {
  readonly pack: 'AwsSolutions' | 'NIST.800.53.R5';
  /** As the pack calls it, with the finding in brackets where a rule has several. */
  readonly rule: string;
  /** Below the stage. */
  readonly at: readonly string[];
  /** Only there; in both when it is not said. */
  readonly stage?: Stage;
  /** Of something that is only there when somebody wants it. */
  readonly optional?: true;
  readonly because: string;
  /** A test fails after this day. */
  readonly until: string;
}

const NEXT_LOOK = '2027-11-30';
const CHEAP = 'dev is cheap and holds nobody’s data: it can be made anew within the hour';

const PROCESSES = ['api', 'worker', 'migrate'] as const;
const execution = (process: string) => `service/${process}/ExecutionRole/DefaultPolicy`;

const solutions = (rule: string, at: readonly string[], because: string, stage?: Stage): Acknowledgement => ({
  pack: 'AwsSolutions',
  rule: `AwsSolutions-${rule}`,
  at,
  because,
  until: NEXT_LOOK,
  ...(stage !== undefined && { stage }),
});

const nist = (rule: string, at: readonly string[], because: string, stage?: Stage): Acknowledgement => ({
  pack: 'NIST.800.53.R5',
  rule: `NIST.800.53.R5-${rule}`,
  at,
  because,
  until: NEXT_LOOK,
  ...(stage !== undefined && { stage }),
});

const SECRETS = ['data/RedisPassword', 'data/RedisUrl', 'foundation/ApplicationKeys'];
const SECRETS_REASON =
  'Its rotation is a procedure, not a timer: Redis takes two passwords for a while (docs/deployment.md), and keys are lists whose ' +
  'last one stays as long as something is signed or sealed with it (docs/runbooks/signing-keys.md)';
const LOG_BUCKET = ['service/Balancer/AccessLogs'];
const INLINE = [
  'network/Vpc/Refused/IAMRole/DefaultPolicy',
  'service/api/Role/DefaultPolicy',
  'service/worker/Role/DefaultPolicy',
  ...PROCESSES.map(execution),
];
const INLINE_REASON = 'Each is of one role alone and goes with it: nobody can attach it elsewhere';
/** Only there when a repository may deploy. */
const DEPLOYER = ['service/Deployer/Role/DefaultPolicy'];
const NUMBERED = ['task-definition/presente-STAGE-migrate:*', 'task/presente-STAGE/*'];
const PUBLIC_ROUTES = ['network/Vpc/publicSubnet1/DefaultRoute', 'network/Vpc/publicSubnet2/DefaultRoute'];

const optional = (row: Acknowledgement): Acknowledgement => ({ ...row, optional: true });

export const ACKNOWLEDGED: readonly Acknowledgement[] = [
  solutions('EC23', ['network/Group-balancer'], 'The load balancer is the public door, on 443 and 80 alone'),
  solutions('AEC5', ['data/Redis'], 'Another port hides Redis from nobody who is past its security group'),
  solutions(
    'ECS2',
    PROCESSES.map((process) => `service/${process}/Definition`),
    'Names, ports and addresses; what is secret comes from Secrets Manager, which another test proves',
  ),
  solutions(
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole]',
    ['data/Database/MonitoringRole'],
    'AWS’ own policy for RDS’ own figures: it may write them to its log group and nothing else',
  ),
  solutions(
    'IAM5[Resource::*]',
    PROCESSES.map(execution),
    'ecr:GetAuthorizationToken has no resource; what may be pulled with the token is named by repository',
  ),
  solutions('RDS11', ['data/Database'], 'Another port hides PostgreSQL from nobody who is past its security group'),
  solutions('S1', LOG_BUCKET, 'It is the log: a log of who reads it would need another one'),
  solutions('SMG4', SECRETS, SECRETS_REASON),
  solutions('AEC4', ['data/Redis'], CHEAP, 'dev'),
  solutions('RDS3', ['data/Database'], CHEAP, 'dev'),
  solutions('RDS10', ['data/Database'], CHEAP, 'dev'),
  nist('ELBv2ACMCertificateRequired', ['service/Balancer/Http'], 'It answers 301 to HTTPS and nothing else'),
  nist(
    'ElastiCacheRedisClusterAutomaticBackup',
    ['data/Redis'],
    'Captures live for minutes and must not lie in a snapshot for days; losing Redis loses nothing (docs/adr/0003-outbox-is-the-ledger.md)',
  ),
  nist('IAMNoInlinePolicy', INLINE, INLINE_REASON),
  nist(
    'RDSInBackupPlan',
    ['data/Database'],
    'RDS’ own backups, to the second; a plan of AWS Backup would keep people for longer than docs/privacy.md says',
  ),
  nist('S3BucketLoggingEnabled', LOG_BUCKET, 'It is the log: a log of who reads it would need another one'),
  nist(
    'S3BucketReplicationEnabled',
    LOG_BUCKET,
    'Addresses of clients for some weeks; a copy elsewhere is one more to delete',
  ),
  nist('S3BucketVersioningEnabled', LOG_BUCKET, 'Load balancers write each file once; what has run out must be gone'),
  nist('S3DefaultEncryptionKMS', LOG_BUCKET, 'Load balancers can write with keys of S3 only'),
  nist('SecretsManagerRotationEnabled', SECRETS, SECRETS_REASON),
  nist(
    'VPCDefaultSecurityGroupClosed',
    ['network/Vpc'],
    'Nothing is in it, which a test proves; to empty it takes a function with rights on security groups',
  ),
  nist('VPCNoUnrestrictedRouteToIGW', PUBLIC_ROUTES, 'The subnets of the load balancer, which is the public door'),
  optional(
    solutions(
      'IAM5[Resource::*]',
      DEPLOYER,
      'A token of the registry and revisions of tasks have no resource to be named by',
    ),
  ),
  ...NUMBERED.map((resource) =>
    optional(
      solutions(
        `IAM5[Resource::arn:<AWS::Partition>:ecs:REGION:ACCOUNT:${resource}]`,
        DEPLOYER,
        'Revisions and tasks have numbers that nobody knows before; the family and the cluster are named',
      ),
    ),
  ),
  optional(nist('IAMNoInlinePolicy', DEPLOYER, INLINE_REASON)),
  nist('ELBDeletionProtectionEnabled', ['service/Balancer/Balancer'], CHEAP, 'dev'),
  nist('RDSInstanceDeletionProtectionEnabled', ['data/Database'], CHEAP, 'dev'),
  nist('RDSMultiAZSupport', ['data/Database'], CHEAP, 'dev'),
];

/** What a row is called in a stage: where cdk-nag names an ARN, it is that of the owner. */
export const ruleIn = ({ rule }: Acknowledgement, { stage, region, account }: Settings): string =>
  rule.replace('REGION', region).replace('ACCOUNT', account).replace('STAGE', stage);

/** @throws when a row names a construct that is not there any more */
export function acknowledge(presente: IConstruct, settings: Settings): void {
  const rows = ACKNOWLEDGED.filter(({ stage }) => stage === undefined || stage === settings.stage);
  for (const row of rows) {
    for (const at of row.at) {
      const construct = find(presente, at);
      if (construct === undefined && row.optional !== true) throw new Error(`acknowledged.ts: there is no ${at}`);
      if (construct !== undefined)
        Validations.of(construct).acknowledge({ id: `${row.pack}::${ruleIn(row, settings)}`, reason: row.because });
    }
  }
}

function find(presente: IConstruct, at: string): IConstruct | undefined {
  let found: IConstruct | undefined = presente;
  for (const name of at.split('/')) found = found?.node.tryFindChild(name);
  return found;
}
