import { Stack, type StackProps } from 'aws-cdk-lib';
import { SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights, FargateService, Secret as ContainerSecret } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type Construct } from 'constructs';
import { type Party, PORTS } from './arrows.ts';
import { Balancer } from './balancer.ts';
import { Prometheus } from './collector.ts';
import {
  APPLICATION_KEYS,
  containerEnvironment,
  DATABASE_OWNER,
  DATABASE_ROLE,
  databaseUrl,
} from './container-environment.ts';
import { type DataStack } from './data-stack.ts';
import { Deployer } from './deployer.ts';
import { type FoundationStack } from './foundation-stack.ts';
import { names } from './names.ts';
import { type NetworkStack } from './network-stack.ts';
import { scaleApi, scaleWorker } from './scaling.ts';
import { type ServiceSize, type Settings } from './settings.ts';
import { Task } from './task.ts';

interface Props extends StackProps {
  readonly foundation: FoundationStack;
  readonly network: NetworkStack;
  readonly data: DataStack;
}

const MIGRATION_SIZE = { cpu: 256, memoryMiB: 512 } as const;

/** The processes: the API behind the load balancer, the workers behind the queue, and migrations, which run once and end. */
export class ServiceStack extends Stack {
  readonly cluster: Cluster;
  readonly balancer: Balancer;
  readonly api: FargateService;
  readonly worker: FargateService;
  readonly tasks: Readonly<Record<'api' | 'worker' | 'migrate', Task>>;
  private readonly settings: Settings;
  private readonly props: Props;

  constructor(scope: Construct, id: string, settings: Settings, props: Props) {
    super(scope, id, props);
    this.settings = settings;
    this.props = props;
    this.cluster = new Cluster(this, 'Cluster', {
      clusterName: names(settings).cluster,
      vpc: props.network.vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    this.tasks = { ...this.makeProcesses(), migrate: this.makeMigration() };
    if (settings.prometheus) this.watch();

    this.balancer = new Balancer(this, 'Balancer', settings, {
      network: props.network,
      logKey: props.foundation.dataKey,
    });
    this.api = this.run('api', settings.api);
    this.worker = this.run('worker', settings.worker);
    this.balancer.serve(this.api);
    scaleApi(this.api, settings, this.balancer.balancer);
    scaleWorker(this.worker, settings);
    this.sayWhereMigrationsRun();
    if (settings.githubRepository !== undefined)
      new Deployer(this, settings, settings.githubRepository, {
        foundation: props.foundation,
        tasks: Object.values(this.tasks),
        migrationNetwork: names(settings).migrationNetwork,
      });
  }

  private makeProcesses() {
    const { settings, props } = this;
    const { foundation, data } = props;
    const environment = containerEnvironment(settings, {
      databaseHost: data.database.dbInstanceEndpointAddress,
      keyEncryptionKeyArn: foundation.keyEncryptionKey.keyArn,
    });
    const redisUrl = Secret.fromSecretCompleteArn(this, 'RedisUrl', data.redisUrl.secretArn);
    const keys = Secret.fromSecretCompleteArn(this, 'Keys', foundation.applicationKeys.secretArn);
    const secrets = {
      REDIS_URL: ContainerSecret.fromSecretsManager(redisUrl),
      ...Object.fromEntries(APPLICATION_KEYS.map((name) => [name, ContainerSecret.fromSecretsManager(keys, name)])),
    };
    const shared = { environment, secrets };
    const api = new Task(this, settings, foundation, {
      ...shared,
      name: 'api',
      entry: 'main.api.js',
      size: settings.api,
      port: PORTS.api,
    });
    const worker = new Task(this, settings, foundation, {
      ...shared,
      name: 'worker',
      entry: 'main.worker.js',
      size: settings.worker,
      port: PORTS.worker,
    });
    for (const task of [api, worker]) this.letIn(task);
    return { api, worker };
  }

  /** All that the program may ask of AWS: wrap and unwrap data keys, and sign in to the database as the one role. */
  private letIn({ role }: Task): void {
    const { foundation, data } = this.props;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Encrypt', 'kms:Decrypt'],
        resources: [foundation.keyEncryptionKey.keyArn],
        // As src/platform/crypto/aws-kms-key-encryption.ts binds it; without this context the key opens nothing.
        conditions: { StringEquals: { 'kms:EncryptionContext:presente-0': 'data-key' } },
      }),
    );
    data.database.grantConnect(role, DATABASE_ROLE);
  }

  /** Its own role can do nothing at all. It gets the owner's password, which no other process does, and none of the keys. */
  private makeMigration(): Task {
    const { settings, props } = this;
    const { foundation, data } = props;
    const owner = Secret.fromSecretCompleteArn(this, 'Owner', data.ownerSecretArn);
    return new Task(this, settings, foundation, {
      name: 'migrate',
      entry: 'main.migrate.js',
      size: MIGRATION_SIZE,
      environment: {
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl(DATABASE_OWNER, data.database.dbInstanceEndpointAddress),
        DATABASE_CA: 'aws-rds',
        DATABASE_APP_ROLE: DATABASE_ROLE,
      },
      secrets: { PGPASSWORD: ContainerSecret.fromSecretsManager(owner, 'password') },
    });
  }

  private watch(): void {
    const prometheus = new Prometheus(this, 'Prometheus', this.settings.stage);
    const { foundation } = this.props;
    prometheus.watch(this.tasks.api, foundation, 'api', PORTS.api);
    prometheus.watch(this.tasks.worker, foundation, 'worker', PORTS.worker);
  }

  private run(name: 'api' | 'worker', { most }: ServiceSize): FargateService {
    return new FargateService(this, `Service-${name}`, {
      serviceName: names(this.settings)[name],
      cluster: this.cluster,
      taskDefinition: this.tasks[name].definition,
      // How many there are is the scaling's business; none before there is an image.
      ...(most === 0 && { desiredCount: 0 }),
      ...this.place(name),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
      enableExecuteCommand: false,
    });
  }

  private place(party: Party) {
    const { network } = this.props;
    const { securityGroupId } = network.groups[party];
    const isolated = this.settings.tasksIn === 'isolated';
    return {
      vpcSubnets: { subnetType: isolated ? SubnetType.PRIVATE_ISOLATED : SubnetType.PUBLIC },
      assignPublicIp: !isolated,
      securityGroups: [SecurityGroup.fromSecurityGroupId(this, `Group-${party}`, securityGroupId, { mutable: false })],
    };
  }

  /** For the deployment, which starts them: as `aws ecs run-task --network-configuration` takes it. */
  private sayWhereMigrationsRun(): void {
    const { network } = this.props;
    const { vpcSubnets, assignPublicIp } = this.place('migrate');
    new StringParameter(this, 'MigrationNetwork', {
      parameterName: names(this.settings).migrationNetwork,
      stringValue: this.toJsonString({
        awsvpcConfiguration: {
          subnets: network.vpc.selectSubnets(vpcSubnets).subnetIds,
          securityGroups: [network.groups.migrate.securityGroupId],
          assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED',
        },
      }),
    });
  }
}
