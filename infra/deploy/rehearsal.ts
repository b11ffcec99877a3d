import { type RegisterTaskDefinitionCommandInput, type RunTaskCommandInput } from '@aws-sdk/client-ecs';
import { type Cloud } from './cloud.ts';

const ARN = 'arn:aws:ecs:REGION:ACCOUNT';

/** For `--dry-run`: prints each call as the AWS CLI would take it, changes nothing, and answers as if all went well. */
export class Rehearsal implements Cloud {
  private readonly say: (line: string) => void;
  private readonly asked = new Set<string>();
  private readonly runs = new Map<string, string>();

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  private call<T>(line: string, answer: T): Promise<T> {
    this.say(`aws ${line}`);
    return Promise.resolve(answer);
  }

  registry() {
    return this.call('ecr get-authorization-token', { host: 'ACCOUNT.dkr.ecr.REGION.amazonaws.com', password: '' });
  }

  /** As if nobody had pushed it yet when it is asked for first. */
  digestOf(repository: string, tag: string) {
    const digest = this.asked.has(repository) ? 'sha256:DIGEST' : undefined;
    this.asked.add(repository);
    const line = `ecr describe-images --repository-name ${repository} --image-ids imageTag=${tag}`;
    return this.call(line, digest);
  }

  parameter(name: string) {
    return this.call(`ssm get-parameter --name ${name}`, name.endsWith('network') ? '{}' : 'sha256:BEFORE');
  }

  setParameter(name: string, value: string) {
    return this.call(`ssm put-parameter --name ${name} --value ${value} --overwrite`, undefined);
  }

  service(cluster: string, name: string) {
    const taskDefinition = this.runs.get(name) ?? `${ARN}:task-definition/${cluster}-${name}:1`;
    const deployments = [{ status: 'PRIMARY', rolloutState: 'COMPLETED' as const, taskDefinition }];
    return this.call(`ecs describe-services --cluster ${cluster} --services ${name}`, { taskDefinition, deployments });
  }

  taskDefinition(name: string) {
    const family = name.replace(/^.*\/|:\d+$/g, '');
    const containerDefinitions = [{ name: family.replace(/^presente-\w+-/, ''), image: 'REPOSITORY@sha256:BEFORE' }];
    return this.call(`ecs describe-task-definition --task-definition ${name}`, { family, containerDefinitions });
  }

  register({ family, containerDefinitions }: RegisterTaskDefinitionCommandInput) {
    const images = (containerDefinitions ?? []).map(({ image }) => image).join(', ');
    const line = `ecs register-task-definition --family ${String(family)}   # the revision before, with ${images}`;
    return this.call(line, `${ARN}:task-definition/${String(family)}:2`);
  }

  update(cluster: string, service: string, taskDefinition: string) {
    this.runs.set(service, taskDefinition);
    const line = `ecs update-service --cluster ${cluster} --service ${service} --task-definition ${taskDefinition}`;
    return this.call(line, undefined);
  }

  run({ cluster, taskDefinition }: RunTaskCommandInput) {
    const line = `ecs run-task --cluster ${String(cluster)} --task-definition ${String(taskDefinition)} --launch-type FARGATE`;
    return this.call(line, `${ARN}:task/TASK`);
  }

  task(cluster: string, arn: string) {
    const answer = { lastStatus: 'STOPPED', containers: [{ exitCode: 0 }] };
    return this.call(`ecs describe-tasks --cluster ${cluster} --tasks ${arn}`, answer);
  }

  hasValue(secret: string) {
    return this.call(`secretsmanager describe-secret --secret-id ${secret}`, false);
  }

  setValue(secret: string) {
    return this.call(
      `secretsmanager put-secret-value --secret-id ${secret} --secret-string file:///dev/stdin`,
      undefined,
    );
  }
}
