import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { bothStages, type Json, synthesise } from '../../generated/templates.ts';

const templates = bothStages();
const { dev, prod } = templates;

interface Container {
  readonly Name: string;
  readonly Image: unknown;
  readonly User?: string;
  readonly ReadonlyRootFilesystem?: boolean;
  readonly Essential?: boolean;
  readonly StopTimeout?: number;
  readonly Environment?: { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets?: { readonly Name: string; readonly ValueFrom: unknown }[];
  readonly HealthCheck?: Json;
}

const containersOf = (stage: 'dev' | 'prod') =>
  templates[stage]
    .of('AWS::ECS::TaskDefinition')
    .flatMap(({ properties }) => properties['ContainerDefinitions'] as Container[]);

const SECRET = /KEY$|PASSWORD|^REDIS_URL$/;

for (const stage of ['dev', 'prod'] as const) {
  const service = templates[stage].template('service');
  const programs = containersOf(stage).filter(({ Name }) => Name !== 'collector');

  describe(`the tasks of ${stage}`, () => {
    it('are api, worker and migrate', () => {
      assert.deepEqual(
        programs.map(({ Name }) => Name),
        ['api', 'worker', 'migrate'],
      );
    });

    it('run without root, on a file system that cannot be written, and have time to end', () => {
      for (const { Name, User, ReadonlyRootFilesystem, StopTimeout } of programs)
        assert.deepEqual([User, ReadonlyRootFilesystem, StopTimeout], ['1000:1000', true, 60], Name);
    });

    it('run the image that the parameter names, by its digest', () => {
      for (const { Image } of programs)
        assert.match(templates[stage].name(Image, 'service'), /foundation\.Images@service\.SsmParameterValuepresente/);
    });

    it('get what is secret from Secrets Manager, and nothing secret as text', () => {
      for (const { Name, Environment = [] } of programs) {
        const text = Environment.filter((each) => SECRET.test(each.Name) && each.Name !== 'AWS_KMS_KEY_ID');
        assert.deepEqual(text, [], Name);
        for (const { Value } of Environment)
          assert.doesNotMatch(templates[stage].name(Value, 'service'), /resolve:secretsmanager|:\/\/[^/@]*:[^/@]+@/);
      }
    });

    it('give the owner’s password to the migration alone, and to it no key', () => {
      const secrets = Object.fromEntries(
        programs.map(({ Name, Secrets = [] }) => [Name, Secrets.map((each) => each.Name)]),
      );
      assert.deepEqual(secrets['migrate'], ['PGPASSWORD']);
      assert.deepEqual(secrets['api'], secrets['worker']);
      assert.ok(!secrets['api']?.includes('PGPASSWORD'));
    });

    it('are asked how they are, but for the migration, which ends', () => {
      assert.deepEqual(
        programs.filter(({ HealthCheck }) => HealthCheck !== undefined).map(({ Name }) => Name),
        ['api', 'worker'],
      );
    });
  });

  describe(`the services of ${stage}`, () => {
    it('go back by themselves when a new version does not come up, and never below what they had', () => {
      service.resourceCountIs('AWS::ECS::Service', 2);
      service.allResourcesProperties('AWS::ECS::Service', {
        LaunchType: 'FARGATE',
        EnableExecuteCommand: false,
        DeploymentConfiguration: Match.objectLike({
          MinimumHealthyPercent: 100,
          DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        }),
      });
    });

    it('are seen by Container Insights', () => {
      service.hasResourceProperties('AWS::ECS::Cluster', {
        ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }],
      });
    });

    it('scale: workers on jobs for each and on the oldest, the API on CPU and latency', () => {
      const policies = templates[stage].of('AWS::ApplicationAutoScaling::ScalingPolicy').map(({ id, properties }) => {
        const target = properties['TargetTrackingScalingPolicyConfiguration'] as Json | undefined;
        const custom = target?.['CustomizedMetricSpecification'] as Json | undefined;
        const known = target?.['PredefinedMetricSpecification'] as Json | undefined;
        return [
          /Service(api|worker)/.exec(id)?.[1],
          custom?.['MetricName'] ?? known?.['PredefinedMetricType'] ?? 'steps',
        ];
      });
      assert.deepEqual(
        policies.filter(([, what]) => what !== 'steps'),
        [
          ['api', 'ECSServiceAverageCPUUtilization'],
          ['worker', 'BacklogPerWorker'],
        ],
      );
      const steps = templates[stage]
        .of('AWS::CloudWatch::Alarm')
        .filter(({ stack }) => stack === 'service')
        .map(({ properties }) => properties['MetricName']);
      assert.deepEqual(new Set(steps), new Set(['TargetResponseTime', 'OldestJobSeconds']));
    });
  });

  describe(`the door of ${stage}`, () => {
    it('is HTTPS by a certificate of ACM, with TLS 1.2 at least', () => {
      service.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
        Port: 443,
        Protocol: 'HTTPS',
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
        Certificates: [{ CertificateArn: Match.anyValue() }],
      });
      service.hasResourceProperties('AWS::CertificateManager::Certificate', { ValidationMethod: 'DNS' });
    });

    it('sends whoever comes by HTTP there, and answers nothing else', () => {
      service.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
        Port: 80,
        DefaultActions: [
          { Type: 'redirect', RedirectConfig: Match.objectLike({ Protocol: 'HTTPS', StatusCode: 'HTTP_301' }) },
        ],
      });
    });

    it('shows the metrics to nobody', () => {
      service.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/metrics', '/metrics/*'] } }],
        Actions: [{ Type: 'fixed-response', FixedResponseConfig: Match.objectLike({ StatusCode: '404' }) }],
      });
    });

    it('asks tasks something shallow, so that a database that is away has none replaced', () => {
      service.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/health/started' });
    });

    it('drops malformed headers, refuses ambiguous requests, and writes down who came', () => {
      service.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        LoadBalancerAttributes: Match.arrayWith([
          { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
          { Key: 'routing.http.desync_mitigation_mode', Value: 'strictest' },
          { Key: 'access_logs.s3.enabled', Value: 'true' },
        ]),
      });
    });

    it('has the firewall before it: AWS’ rules that block, and a limit for each address', () => {
      const [acl] = templates[stage].of('AWS::WAFv2::WebACL');
      const rules = acl?.properties['Rules'] as Json[];
      assert.deepEqual(
        rules.map((rule) => rule['Name']),
        [
          'rate-limit',
          'AWSManagedRulesAmazonIpReputationList',
          'AWSManagedRulesCommonRuleSet',
          'AWSManagedRulesKnownBadInputsRuleSet',
        ],
      );
      assert.ok(rules.slice(1).every((rule) => JSON.stringify(rule['OverrideAction']) === '{"None":{}}'));
      service.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
    });

    it('writes no session into the firewall’s log', () => {
      service.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
        RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
      });
    });
  });
}

describe('prod', () => {
  it('runs where there is no way out, without an address of its own', () => {
    for (const { stack, id, properties } of prod.of('AWS::ECS::Service')) {
      const { AwsvpcConfiguration } = properties['NetworkConfiguration'] as { AwsvpcConfiguration: Json };
      assert.equal(AwsvpcConfiguration['AssignPublicIp'], 'DISABLED', id);
      for (const subnet of AwsvpcConfiguration['Subnets'] as unknown[])
        assert.match(prod.name(subnet, stack), /privateSubnet/);
    }
  });

  it('reaches AWS by endpoints', () => {
    const services = prod
      .of('AWS::EC2::VPCEndpoint')
      .map(({ properties, stack }) => prod.name(properties['ServiceName'], stack));
    const short = services.map((service) => service.replace(/^com\.amazonaws\.[^.]+\./, '')).toSorted();
    assert.deepEqual(short, ['aps-workspaces', 'ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'secretsmanager']);
  });

  it('has a collector beside each process, which may fail alone', () => {
    const collectors = containersOf('prod').filter(({ Name }) => Name === 'collector');
    assert.equal(collectors.length, 2);
    for (const { Essential, ReadonlyRootFilesystem } of collectors)
      assert.deepEqual([Essential, ReadonlyRootFilesystem], [false, true]);
    prod.template('service').resourceCountIs('AWS::APS::RuleGroupsNamespace', 1);
  });

  it('has more workers before school begins', () => {
    const [target] = prod
      .of('AWS::ApplicationAutoScaling::ScalableTarget')
      .filter(({ properties }) => properties['ScheduledActions'] !== undefined);
    const actions = target?.properties['ScheduledActions'] as Json[];
    assert.deepEqual(
      actions.map(({ Schedule, ScalableTargetAction }) => [Schedule, (ScalableTargetAction as Json)['MinCapacity']]),
      [
        ['cron(15 7 ? * MON-FRI *)', 3],
        ['cron(0 18 ? * MON-FRI *)', 2],
      ],
    );
  });
});

describe('dev', () => {
  it('pays for no endpoint and no collector', () => {
    assert.deepEqual(
      dev.of('AWS::EC2::VPCEndpoint').map(({ properties }) => properties['VpcEndpointType']),
      ['Gateway'],
    );
    assert.equal(dev.of('AWS::APS::Workspace').length, 0);
  });
});

describe('what may be chosen', () => {
  it('is the processor', () => {
    const { prod: intel } = synthesise({ architecture: 'X86_64' });
    const of = (stage: typeof prod) =>
      stage
        .of('AWS::ECS::TaskDefinition')
        .map(({ properties }) => (properties['RuntimePlatform'] as Json)['CpuArchitecture']);
    assert.deepEqual([of(prod), of(intel)], [Array(3).fill('ARM64'), Array(3).fill('X86_64')]);
    assert.throws(() => synthesise({ architecture: 'MIPS' }), /must be ARM64 or X86_64/);
  });

  it('is no task at all, until there is an image', () => {
    const { prod: idle } = synthesise({ idle: 'true' });
    assert.deepEqual(
      idle.of('AWS::ECS::Service').map(({ properties }) => properties['DesiredCount']),
      [0, 0],
    );
    assert.deepEqual(
      idle.of('AWS::ApplicationAutoScaling::ScalableTarget').map(({ properties }) => properties['MinCapacity']),
      [0, 0],
    );
  });

  it('is what belongs to the owner', () => {
    const { prod: own } = synthesise({
      domain: 'door.uni.example',
      account: '222222222222',
      region: 'us-east-1',
      zones: 'us-east-1a,us-east-1b,us-east-1c',
    });
    own
      .template('service')
      .hasResourceProperties('AWS::CertificateManager::Certificate', { DomainName: 'door.uni.example' });
    assert.equal(own.of('AWS::EC2::Subnet').length, 6);
  });
});
