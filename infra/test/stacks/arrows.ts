import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawnArrows } from '../../generated/arrows.ts';
import { bothStages } from '../../generated/templates.ts';
import { arrowsOf } from '../../lib/arrows.ts';
import { settingsOf } from '../../lib/settings.ts';

const templates = bothStages();

for (const stage of ['dev', 'prod'] as const) {
  const drawn = drawnArrows(templates[stage]);
  const meant = arrowsOf(settingsOf(stage, () => undefined));

  describe(`the security groups of ${stage}`, () => {
    it('let out and let in what the diagram says, and nothing else', () => {
      const lines = (at: 'out of' | 'into') =>
        drawn
          .filter((arrow) => arrow.at === at)
          .map(({ from, to, port, protocol }) => `${from} ${to} ${protocol}/${port}`)
          .toSorted();
      const line = ({ from, to, port }: (typeof meant)[number]) => `${from} ${to} tcp/${port}`;
      assert.deepEqual(
        lines('out of'),
        meant
          .filter(({ from }) => from !== 'internet')
          .map(line)
          .toSorted(),
      );
      assert.deepEqual(
        lines('into'),
        meant
          .filter(({ to }) => to !== 'internet' && to !== 's3')
          .map(line)
          .toSorted(),
      );
    });

    it('let the world in at the load balancer alone, on 443 and 80', () => {
      const fromOutside = drawn.filter(({ from, at }) => at === 'into' && from === 'internet');
      assert.deepEqual(
        new Set(fromOutside.map(({ to, port }) => `${to} ${port}`)),
        new Set(['balancer 443', 'balancer 80']),
      );
    });

    it('let nobody reach a worker or a migration', () => {
      assert.deepEqual(
        drawn.filter(({ to, at }) => at === 'into' && ['worker', 'migrate'].includes(to)),
        [],
      );
    });

    it('let database and Redis open no connection', () => {
      assert.deepEqual(
        drawn.filter(({ from, at }) => at === 'out of' && ['database', 'redis', 'endpoints'].includes(from)),
        [],
      );
    });

    it('are never the default one: what may have a group has been given one of ours', () => {
      const network = templates[stage];
      const named = {
        'AWS::RDS::DBInstance': 'VPCSecurityGroups',
        'AWS::ElastiCache::ReplicationGroup': 'SecurityGroupIds',
        'AWS::ElasticLoadBalancingV2::LoadBalancer': 'SecurityGroups',
        'AWS::EC2::VPCEndpoint': 'SecurityGroupIds',
      };
      for (const [type, property] of Object.entries(named)) {
        for (const { properties, stack } of network.of(type)) {
          if (properties['VpcEndpointType'] === 'Gateway') continue;
          const groups = (properties[property] ?? []) as unknown[];
          assert.ok(groups.length > 0, `${type} has a group`);
          for (const group of groups) assert.match(network.name(group, stack), /^network\.Group/);
        }
      }
    });
  });
}

describe('the way out of a task', () => {
  it('is in prod none but the endpoints and the layers of images in S3', () => {
    const out = drawnArrows(templates.prod).filter(({ at }) => at === 'out of');
    assert.deepEqual(
      out.filter(({ to }) => to === 'internet'),
      [],
    );
  });

  it('has in prod no route, whatever a group says', () => {
    templates.prod.template('network').resourceCountIs('AWS::EC2::NatGateway', 0);
    const routes = templates.prod.of('AWS::EC2::Route').map(({ id }) => id);
    assert.ok(
      routes.every((id) => id.startsWith('VpcpublicSubnet')),
      routes.join(),
    );
  });
});
