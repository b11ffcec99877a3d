import {
  DescribeImagesCommand,
  ECRClient,
  type ECRClientConfig,
  GetAuthorizationTokenCommand,
  ImageNotFoundException,
} from '@aws-sdk/client-ecr';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  type Service,
  type Task,
  type TaskDefinition,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { DescribeSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { needed } from './needed.ts';

/** Everything that a deployment asks of AWS; how often and in which order is `deploy.ts`. */
export interface Cloud {
  /** What `docker login` takes. */
  registry(): Promise<{ readonly host: string; readonly password: string }>;
  /** Undefined when there is no image of that tag. */
  digestOf(repository: string, tag: string): Promise<string | undefined>;
  parameter(name: string): Promise<string>;
  setParameter(name: string, value: string): Promise<void>;
  service(cluster: string, name: string): Promise<Service>;
  taskDefinition(name: string): Promise<TaskDefinition>;
  /** @returns the ARN of the new revision */
  register(definition: RegisterTaskDefinitionCommandInput): Promise<string>;
  update(cluster: string, service: string, taskDefinition: string): Promise<void>;
  /** @returns the ARN of the task */
  run(input: RunTaskCommandInput): Promise<string>;
  task(cluster: string, arn: string): Promise<Task>;
  hasValue(secret: string): Promise<boolean>;
  setValue(secret: string, value: string): Promise<void>;
}

/** By AWS' SDK; credentials and region come from where it looks for them. */
export class AwsCloud implements Cloud {
  private readonly ecr: ECRClient;
  private readonly ecs: ECSClient;
  private readonly secrets: SecretsManagerClient;
  private readonly ssm: SSMClient;

  constructor(config: Pick<ECRClientConfig, 'endpoint' | 'region' | 'credentials'>) {
    this.ecr = new ECRClient(config);
    this.ecs = new ECSClient(config);
    this.secrets = new SecretsManagerClient(config);
    this.ssm = new SSMClient(config);
  }

  async registry() {
    const { authorizationData } = await this.ecr.send(new GetAuthorizationTokenCommand({}));
    const { authorizationToken, proxyEndpoint } = needed(authorizationData?.[0], 'a token of the registry');
    const [, password = ''] = Buffer.from(authorizationToken ?? '', 'base64')
      .toString()
      .split(':');
    return { host: (proxyEndpoint ?? '').replace(/^https:\/\//, ''), password };
  }

  async digestOf(repositoryName: string, imageTag: string) {
    try {
      const { imageDetails } = await this.ecr.send(
        new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag }] }),
      );
      return imageDetails?.[0]?.imageDigest;
    } catch (error) {
      if (error instanceof ImageNotFoundException) return undefined;
      throw error;
    }
  }

  async parameter(Name: string) {
    const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name }));
    return needed(Parameter?.Value, `the parameter ${Name}`);
  }

  async setParameter(Name: string, Value: string) {
    await this.ssm.send(new PutParameterCommand({ Name, Value, Overwrite: true }));
  }

  async service(cluster: string, name: string) {
    const { services } = await this.ecs.send(new DescribeServicesCommand({ cluster, services: [name] }));
    return needed(services?.[0], `the service ${name}`);
  }

  async taskDefinition(name: string) {
    const { taskDefinition } = await this.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: name }));
    return needed(taskDefinition, `the task definition ${name}`);
  }

  async register(definition: RegisterTaskDefinitionCommandInput) {
    const { taskDefinition } = await this.ecs.send(new RegisterTaskDefinitionCommand(definition));
    return needed(taskDefinition?.taskDefinitionArn, 'a new revision');
  }

  async update(cluster: string, service: string, taskDefinition: string) {
    await this.ecs.send(new UpdateServiceCommand({ cluster, service, taskDefinition }));
  }

  async run(input: RunTaskCommandInput) {
    const { tasks, failures } = await this.ecs.send(new RunTaskCommand(input));
    return needed(tasks?.[0]?.taskArn, `a task (${failures?.[0]?.reason ?? 'no reason given'})`);
  }

  async task(cluster: string, arn: string) {
    const { tasks } = await this.ecs.send(new DescribeTasksCommand({ cluster, tasks: [arn] }));
    return needed(tasks?.[0], 'the task that was started');
  }

  async hasValue(SecretId: string) {
    const { VersionIdsToStages } = await this.secrets.send(new DescribeSecretCommand({ SecretId }));
    return Object.keys(VersionIdsToStages ?? {}).length > 0;
  }

  async setValue(SecretId: string, SecretString: string) {
    await this.secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
  }
}
