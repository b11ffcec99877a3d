import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDriver,
  AwsLogDriverMode,
  OperatingSystemFamily,
  type Secret as ContainerSecret,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { type FoundationStack } from './foundation-stack.ts';
import { RETENTION } from './logs.ts';
import { names } from './names.ts';
import { type ServiceSize, type Settings } from './settings.ts';

export interface Process {
  /** Also the name of its container and of its logs. */
  readonly name: 'api' | 'worker' | 'migrate';
  /** Below `dist/src`. */
  readonly entry: string;
  readonly size: Pick<ServiceSize, 'cpu' | 'memoryMiB'>;
  /** Where it answers; a process that answers nobody has no health to ask for. */
  readonly port?: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, ContainerSecret>>;
}

/** The user `node` of Node's images. */
const USER = '1000:1000';

/** No shell and no curl in the image, so the process itself asks. */
const askHealth = (port: number): string[] => [
  'CMD',
  'node',
  '-e',
  `fetch('http://127.0.0.1:${port}/health/started').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
];

/** A task definition with two roles of its own: one that starts it, one that it is. */
export class Task extends Construct {
  readonly definition: FargateTaskDefinition;
  /** What the program itself may do. */
  readonly role: Role;
  readonly logs: LogGroup;

  constructor(scope: Construct, settings: Settings, foundation: FoundationStack, process: Process) {
    super(scope, process.name);
    const service = 'ecs-tasks.amazonaws.com';
    // Not for the tasks of somebody else that the service might be talked into.
    const conditions = { StringEquals: { 'aws:SourceAccount': settings.account } };
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal(service, { conditions }),
      description: `What ${process.name} may do`,
    });
    const executionRole = new Role(this, 'ExecutionRole', {
      assumedBy: new ServicePrincipal(service),
      description: `Starts ${process.name}: its image, its secrets, its logs`,
    });
    this.logs = new LogGroup(this, 'Logs', {
      logGroupName: names(settings).logs(process.name),
      retention: RETENTION[settings.logDays],
      encryptionKey: foundation.dataKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.definition = new FargateTaskDefinition(this, 'Definition', {
      family: `presente-${settings.stage}-${process.name}`,
      cpu: process.size.cpu,
      memoryLimitMiB: process.size.memoryMiB,
      taskRole: this.role,
      executionRole,
      runtimePlatform: {
        cpuArchitecture: CpuArchitecture.of(settings.architecture),
        operatingSystemFamily: OperatingSystemFamily.LINUX,
      },
    });
    foundation.images.grantPull(executionRole);
    // That secrets are sealed under this key is known here alone: a statement in the key's own policy would have it stand on us.
    executionRole.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [foundation.dataKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${settings.region}.amazonaws.com` } },
      }),
    );
    this.addProgram(settings, foundation, process);
  }

  private addProgram(settings: Settings, foundation: FoundationStack, process: Process): void {
    const { name, port } = process;
    const digest = StringParameter.valueForStringParameter(this, names(settings).imageParameter);
    this.definition.addContainer(name, {
      containerName: name,
      image: ContainerImage.fromRegistry(`${foundation.images.repositoryUri}@${digest}`),
      entryPoint: ['node', '--enable-source-maps'],
      command: [`dist/src/${process.entry}`],
      environment: { ...process.environment },
      secrets: { ...process.secrets },
      user: USER,
      readonlyRootFilesystem: true,
      essential: true,
      // Longer than the 25 s that the process gives itself.
      stopTimeout: Duration.seconds(60),
      logging: LogDriver.awsLogs({
        streamPrefix: name,
        logGroup: this.logs,
        // A log that is slow must not stop a validation.
        mode: AwsLogDriverMode.NON_BLOCKING,
      }),
      ...(port !== undefined && {
        portMappings: [{ containerPort: port }],
        healthCheck: {
          command: askHealth(port),
          interval: Duration.seconds(15),
          timeout: Duration.seconds(5),
          retries: 3,
          startPeriod: Duration.seconds(120),
        },
      }),
    });
  }
}
