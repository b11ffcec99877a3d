import { stringify } from 'yaml';
import { type Choices } from './choices.ts';
import { environmentOf, SECRETS } from './environment.ts';

type Options = Readonly<Record<string, string>>;

const askHealth = (port: number): string[] => [
  'CMD',
  'node',
  '-e',
  `fetch('http://127.0.0.1:${port}/health/started').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
];

/** What all three are: the image, read-only, without root, with what Elastic Beanstalk writes into `.env`. */
const processOf = (image: string, entry: string) => ({
  image,
  entrypoint: ['node', '--enable-source-maps'],
  command: [`dist/src/${entry}`],
  env_file: '.env',
  user: '1000:1000',
  read_only: true,
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  // A log that fills the disk would stop the door.
  logging: { driver: 'json-file', options: { 'max-size': '20m', 'max-file': '5' } },
});

const served = (port: number) => ({
  restart: 'always',
  stop_grace_period: '60s',
  depends_on: { migrate: { condition: 'service_completed_successfully' } },
  healthcheck: { test: askHealth(port), interval: '15s', timeout: '5s', retries: 3, start_period: '120s' },
});

/** The queue and the captures are in PostgreSQL: one instance needs no Redis. */
const compose = ({ image }: Choices) => ({
  services: {
    migrate: { ...processOf(image, 'main.migrate.js'), restart: 'no' },
    api: { ...processOf(image, 'main.api.js'), ...served(3000), ports: ['80:3000'], mem_limit: '1g' },
    worker: { ...processOf(image, 'main.worker.js'), ...served(3001), mem_limit: '2g' },
  },
});

const settings = (namespaces: Readonly<Record<string, Options>>) => ({ option_settings: namespaces });

const secretsOf = ({ parameters }: Choices): Options =>
  Object.fromEntries(SECRETS.map((name) => [name, `${parameters}/${name}`]));

const https = ({ certificate }: Choices) => ({
  ...settings({
    'aws:elasticbeanstalk:environment': { EnvironmentType: 'LoadBalanced', LoadBalancerType: 'application' },
    'aws:elbv2:listener:443': {
      ListenerEnabled: 'true',
      Protocol: 'HTTPS',
      SSLCertificateArns: certificate,
      SSLPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    },
    'aws:elbv2:listener:default': { ListenerEnabled: 'true', Protocol: 'HTTP' },
  }),
  Resources: {
    // Who comes by HTTP is sent on, and gets nothing else.
    AWSEBV2LoadBalancerListener: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: { Ref: 'AWSEBV2LoadBalancer' },
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [
          { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
        ],
      },
    },
    // Figures are for who is on the instance.
    MetricsAreNotForEverybody: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: {
        ListenerArn: { Ref: 'AWSEBV2LoadBalancerListener443' },
        Priority: 1,
        Conditions: [{ Field: 'path-pattern', Values: ['/metrics', '/metrics/*'] }],
        Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      },
    },
  },
});

const health = settings({
  'aws:elasticbeanstalk:environment:process:default': {
    Port: '80',
    Protocol: 'HTTP',
    HealthCheckPath: '/health/started',
    HealthCheckInterval: '10',
    HealthCheckTimeout: '5',
    HealthyThresholdCount: '2',
    UnhealthyThresholdCount: '3',
    MatcherHTTPCode: '200',
    DeregistrationDelay: '30',
  },
  'aws:elasticbeanstalk:healthreporting:system': { SystemType: 'enhanced' },
  // New instances beside the old ones: when they do not come up, those stay.
  'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Immutable', Timeout: '1200' },
});

const logs = settings({
  'aws:elasticbeanstalk:cloudwatch:logs': { StreamLogs: 'true', DeleteOnTerminate: 'false', RetentionInDays: '30' },
  'aws:elasticbeanstalk:cloudwatch:logs:health': { HealthStreamingEnabled: 'true', RetentionInDays: '30' },
});

const instances = settings({
  'aws:ec2:instances': { InstanceTypes: 't4g.medium', SupportedArchitectures: 'arm64' },
  'aws:autoscaling:launchconfiguration': { DisableIMDSv1: 'true', RootVolumeType: 'gp3', RootVolumeSize: '20' },
  'aws:autoscaling:asg': { MinSize: '1', MaxSize: '2' },
  'aws:elasticbeanstalk:managedactions': { ManagedActionsEnabled: 'true', PreferredStartTime: 'Sun:03:00' },
  'aws:elasticbeanstalk:managedactions:platformupdate': { UpdateLevel: 'minor', InstanceRefreshEnabled: 'true' },
});

/** Ends with 1 when the API is not ready in time, which ends the deployment. */
const READY = `#!/bin/bash
# Elastic Beanstalk runs this when the containers have been started.
set -euo pipefail
for _ in $(seq 60); do
  if curl --silent --fail --max-time 5 http://127.0.0.1/health/ready >/dev/null; then
    exit 0
  fi
  sleep 3
done
echo 'Presente is not ready; what is missing:' >&2
curl --silent --max-time 5 http://127.0.0.1/health/ready >&2 || true
exit 1
`;

const heading = '# Made by "npm run deploy:eb"; changes here are lost.\n';
const yaml = (value: unknown): string => heading + stringify(value, { lineWidth: 0 });

/** Every file of a bundle by its path. */
export function bundleFiles(choices: Choices): ReadonlyMap<string, string> {
  return new Map([
    ['docker-compose.yml', yaml(compose(choices))],
    [
      '.ebextensions/01-environment.config',
      yaml(
        settings({
          'aws:elasticbeanstalk:application:environment': environmentOf(choices),
          'aws:elasticbeanstalk:application:environmentsecrets': secretsOf(choices),
        }),
      ),
    ],
    ['.ebextensions/02-https.config', yaml(https(choices))],
    ['.ebextensions/03-health.config', yaml(health)],
    ['.ebextensions/04-logs.config', yaml(logs)],
    ['.ebextensions/05-instances.config', yaml(instances)],
    [HOOK, READY],
  ]);
}

/** What has to be executable in the bundle. */
export const HOOK = '.platform/hooks/postdeploy/01-ready.sh';
