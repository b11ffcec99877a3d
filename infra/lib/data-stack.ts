import { Duration, RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { InstanceType, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import { CfnParameterGroup, CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import {
  CaCertificate,
  type CfnDBInstance,
  Credentials,
  DatabaseInstance,
  DatabaseInstanceEngine,
  ParameterGroup,
  PerformanceInsightRetention,
  PostgresEngineVersion,
  StorageType,
} from 'aws-cdk-lib/aws-rds';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { type Construct } from 'constructs';
import { PORTS } from './arrows.ts';
import { DATABASE_NAME, DATABASE_OWNER } from './container-environment.ts';
import { type FoundationStack } from './foundation-stack.ts';
import { RETENTION } from './logs.ts';
import { type NetworkStack } from './network-stack.ts';
import { type Settings } from './settings.ts';

const DATABASE_LOGS = ['postgresql', 'upgrade'] as const;

interface Props extends StackProps {
  readonly foundation: FoundationStack;
  readonly network: NetworkStack;
}

/** PostgreSQL, which holds the truth, and Redis, whose loss loses nothing. */
export class DataStack extends Stack {
  readonly database: DatabaseInstance;
  /** RDS' own secret with the owner's password. */
  readonly ownerSecretArn: string;
  readonly redis: CfnReplicationGroup;
  /** `rediss://…` with its password, for the tasks. */
  readonly redisUrl: Secret;

  private readonly settings: Settings;
  private readonly props: Props;

  constructor(scope: Construct, id: string, settings: Settings, props: Props) {
    super(scope, id, props);
    this.settings = settings;
    this.props = props;
    this.database = this.makeDatabase();
    this.ownerSecretArn = (this.database.node.defaultChild as CfnDBInstance).attrMasterUserSecretSecretArn;
    const password = new Secret(this, 'RedisPassword', {
      description: 'Presente: the password of Redis',
      encryptionKey: props.foundation.dataKey,
      generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    });
    this.redis = this.makeRedis(password);
    const host = this.redis.attrPrimaryEndPointAddress;
    this.redisUrl = new Secret(this, 'RedisUrl', {
      description: 'Presente: REDIS_URL',
      encryptionKey: props.foundation.dataKey,
      secretStringValue: SecretValue.unsafePlainText(
        `rediss://:${password.secretValue.unsafeUnwrap()}@${host}:${PORTS.redis}`,
      ),
    });
  }

  private makeDatabase(): DatabaseInstance {
    const { database, keepData } = this.settings;
    const { foundation, network } = this.props;
    const identifier = `presente-${this.settings.stage}`;
    this.keepDatabaseLogs(identifier);
    const engine = DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_18_3 });
    return new DatabaseInstance(this, 'Database', {
      engine,
      instanceType: new InstanceType(database.instance),
      vpc: network.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [
        SecurityGroup.fromSecurityGroupId(this, 'Group', network.groups.database.securityGroupId, { mutable: false }),
      ],
      databaseName: DATABASE_NAME,
      // RDS makes the password, and makes another one every seven days. Only the migrations sign in with it.
      credentials: Credentials.fromUsername(DATABASE_OWNER),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      storageEncrypted: true,
      storageEncryptionKey: foundation.dataKey,
      storageType: StorageType.GP3,
      allocatedStorage: database.storageGiB,
      maxAllocatedStorage: database.storageGiB * 5,
      multiAz: database.multiAz,
      publiclyAccessible: false,
      caCertificate: CaCertificate.RDS_CA_RSA2048_G1,
      autoMinorVersionUpgrade: true,
      backupRetention: Duration.days(database.backupDays),
      copyTagsToSnapshot: true,
      deletionProtection: keepData,
      deleteAutomatedBackups: !keepData,
      removalPolicy: keepData ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,
      enablePerformanceInsights: keepData,
      ...(keepData && {
        performanceInsightEncryptionKey: foundation.dataKey,
        performanceInsightRetention: PerformanceInsightRetention.DEFAULT,
      }),
      monitoringInterval: Duration.seconds(60),
      instanceIdentifier: identifier,
      cloudwatchLogsExports: [...DATABASE_LOGS],
      parameterGroup: new ParameterGroup(this, 'DatabaseParameters', {
        engine,
        description: 'Presente: TLS only, and no statement is logged with what was in it',
        parameters: {
          'rds.force_ssl': '1',
          log_min_duration_statement: '1000',
          log_parameter_max_length: '0',
          log_parameter_max_length_on_error: '0',
          idle_in_transaction_session_timeout: '60000',
        },
      }),
    });
  }

  /** RDS would make them by itself, unsealed and kept for ever. */
  private keepDatabaseLogs(identifier: string): void {
    for (const name of DATABASE_LOGS) {
      new LogGroup(this, `Logs-${name}`, {
        logGroupName: `/aws/rds/instance/${identifier}/${name}`,
        retention: RETENTION[this.settings.logDays],
        encryptionKey: this.props.foundation.dataKey,
        removalPolicy: RemovalPolicy.DESTROY,
      });
    }
  }

  /** One shard, since BullMQ's scripts touch several keys at once; a copy in another zone where `nodes` are two. */
  private makeRedis(password: Secret): CfnReplicationGroup {
    const { redis, stage } = this.settings;
    const { foundation, network } = this.props;
    const subnets = new CfnSubnetGroup(this, 'RedisSubnets', {
      description: 'Presente: without a way out',
      subnetIds: network.vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_ISOLATED }).subnetIds,
    });
    const parameters = new CfnParameterGroup(this, 'RedisParameters', {
      cacheParameterGroupFamily: 'redis7',
      description: 'Presente: a job is refused rather than forgotten',
      properties: { 'maxmemory-policy': 'noeviction', 'reserved-memory-percent': '25' },
    });
    return new CfnReplicationGroup(this, 'Redis', {
      replicationGroupDescription: `Presente ${stage}: queue, captures of minutes, counters`,
      engine: 'redis',
      engineVersion: '7.1',
      cacheNodeType: redis.node,
      numCacheClusters: redis.nodes,
      automaticFailoverEnabled: redis.nodes > 1,
      multiAzEnabled: redis.nodes > 1,
      cacheParameterGroupName: parameters.ref,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [network.groups.redis.securityGroupId],
      port: PORTS.redis,
      transitEncryptionEnabled: true,
      atRestEncryptionEnabled: true,
      kmsKeyId: foundation.dataKey.keyArn,
      authToken: password.secretValue.unsafeUnwrap(),
      autoMinorVersionUpgrade: true,
      // What is in it for minutes must not lie in a snapshot for days.
      snapshotRetentionLimit: 0,
    });
  }
}
