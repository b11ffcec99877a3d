import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { may, rolesOf, type RoleRights } from '../../generated/roles.ts';
import { bothStages, type Json, synthesise } from '../../generated/templates.ts';

const templates = bothStages();

const KEK = 'foundation.KeyEncryptionKey';
const DATA_KEY = 'foundation.DataKey';
const KEYS = 'foundation.ApplicationKeys';
const REDIS_URL = 'data.RedisUrl';
const OWNER = 'data.Database';
const signIn = (user: string) => `arn:AWS::Partition:rds-db:eu-west-1:111111111111:dbuser:data.Database/${user}`;

/** What a role is asked about, and whether it may. */
type Row = readonly [role: string, action: string, resource: string, may: boolean];

const programs = ['service.apiRole', 'service.workerRole'].flatMap((role): Row[] => [
  [role, 'kms:Encrypt', KEK, true],
  [role, 'kms:Decrypt', KEK, true],
  [role, 'kms:Decrypt', DATA_KEY, false],
  [role, 'kms:ScheduleKeyDeletion', KEK, false],
  [role, 'kms:DisableKey', KEK, false],
  [role, 'kms:PutKeyPolicy', KEK, false],
  [role, 'kms:CreateGrant', KEK, false],
  [role, 'kms:ReEncryptFrom', KEK, false],
  [role, 'rds-db:connect', signIn('presente_app'), true],
  [role, 'rds-db:connect', signIn('presente_owner'), false],
  [role, 'secretsmanager:GetSecretValue', KEYS, false],
  [role, 'secretsmanager:GetSecretValue', OWNER, false],
  [role, 'secretsmanager:PutSecretValue', KEYS, false],
  [role, 's3:GetObject', 'anything', false],
  [role, 'logs:DeleteLogGroup', 'service.apiLogs', false],
  [role, 'ecs:RunTask', 'anything', false],
  [role, 'ecs:UpdateService', 'anything', false],
  [role, 'iam:PassRole', 'anything', false],
  [role, 'sts:AssumeRole', 'anything', false],
  [role, 'rds:CreateDBSnapshot', 'data.Database', false],
  [role, 'ssmmessages:CreateControlChannel', '*', false],
]);

const starters = ['api', 'worker'].flatMap((name): Row[] => {
  const role = `service.${name}ExecutionRole`;
  return [
    [role, 'secretsmanager:GetSecretValue', KEYS, true],
    [role, 'secretsmanager:GetSecretValue', REDIS_URL, true],
    [role, 'secretsmanager:GetSecretValue', OWNER, false],
    [role, 'secretsmanager:PutSecretValue', KEYS, false],
    [role, 'kms:Decrypt', KEK, false],
    [role, 'ecr:PutImage', 'foundation.Images', false],
    [role, 'logs:PutLogEvents', `service.${name}Logs`, true],
    [role, 'logs:PutLogEvents', 'service.migrateLogs', false],
    [role, 'logs:GetLogEvents', `service.${name}Logs`, false],
  ];
});

const migration: readonly Row[] = [
  ['service.migrateExecutionRole', 'secretsmanager:GetSecretValue', OWNER, true],
  ['service.migrateExecutionRole', 'secretsmanager:GetSecretValue', KEYS, false],
  ['service.migrateExecutionRole', 'secretsmanager:GetSecretValue', REDIS_URL, false],
  ['service.migrateExecutionRole', 'kms:Decrypt', KEK, false],
];

for (const stage of ['dev', 'prod'] as const) {
  const roles = new Map(rolesOf(templates[stage]).map((role) => [role.name, role]));
  const role = (name: string): RoleRights => {
    const found = roles.get(name);
    assert.ok(found, `there is a role ${name}`);
    return found;
  };

  describe(`the roles of ${stage}`, () => {
    for (const [name, action, resource, expected] of [...programs, ...starters, ...migration]) {
      it(`${name} ${expected ? 'may' : 'may not'} ${action} ${resource}`, () => {
        assert.equal(may(role(name), action, resource), expected);
      });
    }

    it('leave the migration itself nothing to ask of AWS', () => {
      assert.deepEqual(role('service.migrateRole').statements, []);
    });

    it('use the key-encryption key only with the context that the program binds data keys with', () => {
      for (const name of ['service.apiRole', 'service.workerRole']) {
        const statements = role(name).statements.filter(({ resources }) => resources.includes(KEK));
        assert.equal(statements.length, 1);
        assert.deepEqual(statements[0]?.conditions, {
          StringEquals: { 'kms:EncryptionContext:presente-0': 'data-key' },
        });
      }
    });

    it('have no wildcard, but for the one action that has no resource', () => {
      for (const { name, statements } of roles.values()) {
        for (const { actions, resources } of statements) {
          assert.ok(
            actions.every((action) => !action.includes('*')),
            `${name}: ${actions.join()}`,
          );
          if (resources.includes('*')) assert.deepEqual(actions, ['ecr:GetAuthorizationToken'], name);
        }
      }
    });

    it('can be taken by services alone, and what a program is only by tasks of this account', () => {
      for (const { name, trusts } of roles.values()) assert.match(trusts, /^[a-z.-]+\.amazonaws\.com$/, name);
      const programRoles = templates[stage]
        .of('AWS::IAM::Role')
        .filter(({ id }) => /^(api|worker|migrate)Role$/.test(id));
      assert.equal(programRoles.length, 3);
      for (const { id, properties } of programRoles)
        assert.match(JSON.stringify(properties['AssumeRolePolicyDocument']), /"aws:SourceAccount":"111111111111"/, id);
    });

    it('has no user and no access key', () => {
      for (const type of ['AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::IAM::Group'])
        assert.deepEqual(templates[stage].of(type), []);
    });
  });
}

describe('who deploys from GitHub', () => {
  const repository = 'school/presente';
  const { dev, prod } = synthesise({ githubRepository: repository });
  const deployer = (stage: typeof prod) => rolesOf(stage).find(({ name }) => name === 'service.DeployerRole');
  const role = deployer(prod);
  assert.ok(role);
  const ecs = (resource: string) => `arn:AWS::Partition:ecs:eu-west-1:111111111111:${resource}`;

  it('is nobody, unless a repository is named', () => {
    assert.equal(deployer(bothStages().prod), undefined);
  });

  for (const [stage, templates, subject] of [
    ['dev', dev, `repo:${repository}:ref:refs/heads/main`],
    ['prod', prod, `repo:${repository}:environment:prod`],
  ] as const) {
    it(`is in ${stage} a workflow of that repository, ${subject}, for this purpose`, () => {
      const found = templates.of('AWS::IAM::Role').find(({ id }) => id === 'DeployerRole');
      const { Statement } = found?.properties['AssumeRolePolicyDocument'] as { Statement: Json[] };
      assert.deepEqual(
        Statement.map(({ Action, Condition }) => [Action, Condition]),
        [
          [
            'sts:AssumeRoleWithWebIdentity',
            {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': subject,
              },
            },
          ],
        ],
      );
    });
  }

  for (const [action, resource, expected] of [
    ['ecs:UpdateService', ecs('service/presente-prod/api'), true],
    ['ecs:UpdateService', ecs('service/presente-prod/worker'), true],
    ['ecs:UpdateService', ecs('service/presente-dev/api'), false],
    ['ecs:RunTask', ecs('task-definition/presente-prod-migrate:8'), true],
    ['ecs:RunTask', ecs('task-definition/presente-prod-api:8'), false],
    ['ecs:DeleteService', ecs('service/presente-prod/api'), false],
    ['ecs:ExecuteCommand', ecs('task/presente-prod/1'), false],
    ['ssm:PutParameter', 'foundation.Image', false],
    ['ecr:PutImage', 'foundation.Images', true],
    ['ecr:BatchDeleteImage', 'foundation.Images', false],
    ['iam:PassRole', 'service.apiRole', true],
    ['iam:PassRole', 'service.migrateExecutionRole', true],
    ['iam:PassRole', 'service.DeployerRole', false],
    ['iam:CreateRole', '*', false],
    ['secretsmanager:GetSecretValue', KEYS, false],
    ['secretsmanager:PutSecretValue', KEYS, false],
    ['kms:Decrypt', KEK, false],
    ['rds-db:connect', signIn('presente_app'), false],
    ['cloudformation:UpdateStack', '*', false],
  ] as const) {
    it(`${expected ? 'may' : 'may not'} ${action} ${resource}`, () => {
      assert.equal(may(role, action, resource), expected);
    });
  }

  it('may note which image runs, and no other parameter', () => {
    const [written] = role.statements.filter(({ actions }) => actions.includes('ssm:PutParameter'));
    assert.equal(written?.resources.length, 1);
    assert.match(written.resources[0] ?? '', /parameter.*foundation\.Image/);
  });
});
