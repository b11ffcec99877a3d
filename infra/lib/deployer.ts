import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type FoundationStack } from './foundation-stack.ts';
import { names } from './names.ts';
import { type Settings } from './settings.ts';
import { type Task } from './task.ts';

const GITHUB = 'token.actions.githubusercontent.com';

interface Around {
  readonly foundation: FoundationStack;
  readonly tasks: readonly Task[];
  /** Where the migration's network is written down. */
  readonly migrationNetwork: string;
}

/** main goes to dev; prod is an environment of GitHub, which somebody has to approve. */
const subjectOf = ({ stage }: Settings, repository: string): string =>
  stage === 'dev' ? `repo:${repository}:ref:refs/heads/main` : `repo:${repository}:environment:prod`;

/**
 * What a workflow of GitHub is for the minutes of a deployment: exactly the calls of deploy/cloud.ts. It can read no secret, and
 * hand to a task no other role than those of the three tasks. The provider is the account's, made once.
 */
export class Deployer extends Construct {
  constructor(scope: Construct, settings: Settings, repository: string, around: Around) {
    super(scope, 'Deployer');
    const { account, partition } = Stack.of(this);
    const role = new Role(this, 'Role', {
      assumedBy: new WebIdentityPrincipal(`arn:${partition}:iam::${account}:oidc-provider/${GITHUB}`, {
        StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: subjectOf(settings, repository) },
      }),
      description: `Deploys Presente to ${settings.stage}`,
    });
    for (const statement of this.statements(settings, around)) role.addToPolicy(statement);
    around.foundation.images.grantPullPush(role);
    around.foundation.images.grant(role, 'ecr:DescribeImages');
    around.foundation.collectorImages.grantPullPush(role);
    around.foundation.collectorImages.grant(role, 'ecr:DescribeImages');
  }

  private statements(settings: Settings, { tasks, migrationNetwork, foundation }: Around): PolicyStatement[] {
    const { region, account, partition } = Stack.of(this);
    const ecs = (resource: string) => `arn:${partition}:ecs:${region}:${account}:${resource}`;
    const parameter = (name: string) => `arn:${partition}:ssm:${region}:${account}:parameter${name}`;
    const { cluster, api, worker, migrate } = names(settings);
    const inCluster = { ArnEquals: { 'ecs:cluster': ecs(`cluster/${cluster}`) } };
    return [
      new PolicyStatement({
        actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
        resources: [api, worker].map((name) => ecs(`service/${cluster}/${name}`)),
      }),
      new PolicyStatement({
        actions: ['ecs:RunTask'],
        resources: [ecs(`task-definition/${migrate}:*`)],
        conditions: inCluster,
      }),
      new PolicyStatement({ actions: ['ecs:DescribeTasks'], resources: [ecs(`task/${cluster}/*`)] }),
      // Neither takes a resource; what a revision may be is held by the roles that may be passed to it.
      new PolicyStatement({ actions: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'], resources: ['*'] }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: tasks.flatMap(({ role, definition }) => [role.roleArn, definition.obtainExecutionRole().roleArn]),
        conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
      new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [parameter(migrationNetwork)] }),
      new PolicyStatement({ actions: ['ssm:PutParameter'], resources: [foundation.imageParameter.parameterArn] }),
    ];
  }
}
