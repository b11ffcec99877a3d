import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import { type FargateService } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  DesyncMitigationMode,
  ListenerAction,
  ListenerCondition,
  SslPolicy,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { type IKey } from 'aws-cdk-lib/aws-kms';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PORTS } from './arrows.ts';
import { Firewall } from './firewall.ts';
import { type NetworkStack } from './network-stack.ts';
import { type Settings } from './settings.ts';

interface Around {
  readonly network: NetworkStack;
  readonly logKey: IKey;
}

/** The one way in: HTTPS behind a firewall, to the API. */
export class Balancer extends Construct {
  readonly balancer: ApplicationLoadBalancer;
  readonly targets: ApplicationTargetGroup;
  readonly firewall: Firewall;

  constructor(scope: Construct, id: string, settings: Settings, { network, logKey }: Around) {
    super(scope, id);
    this.balancer = this.makeBalancer(settings, network);
    this.targets = new ApplicationTargetGroup(this, 'Api', {
      vpc: network.vpc,
      targetType: TargetType.IP,
      protocol: ApplicationProtocol.HTTP,
      port: PORTS.api,
      // Shallow: a database that is away for a minute must not have every task replaced. 503 until the first time that all is well.
      healthCheck: {
        path: '/health/started',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
      deregistrationDelay: Duration.seconds(30),
    });
    this.listen(settings);
    this.firewall = new Firewall(this, 'Firewall', settings, {
      balancerArn: this.balancer.loadBalancerArn,
      logKey,
    });
  }

  serve(service: FargateService): void {
    service.attachToApplicationTargetGroup(this.targets);
  }

  private makeBalancer(settings: Settings, { vpc, groups }: NetworkStack): ApplicationLoadBalancer {
    const { keepData } = settings;
    const balancer = new ApplicationLoadBalancer(this, 'Balancer', {
      vpc,
      internetFacing: true,
      vpcSubnets: { subnetType: SubnetType.PUBLIC },
      securityGroup: SecurityGroup.fromSecurityGroupId(this, 'Group', groups.balancer.securityGroupId, {
        mutable: false,
      }),
      deletionProtection: keepData,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: DesyncMitigationMode.STRICTEST,
      // Below the API's own 65 s (src/platform/http/configure-http.ts).
      idleTimeout: Duration.seconds(60),
      http2Enabled: true,
    });
    const log = new Bucket(this, 'AccessLogs', {
      // Load balancers write with keys of S3 only.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(settings.logDays), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    balancer.logAccessLogs(log);
    return balancer;
  }

  private listen({ domain, hostedZoneId, hostedZoneName: zoneName }: Settings): void {
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
    const certificate = new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(zone),
    });
    const loadBalancer = this.balancer;
    const https = new ApplicationListener(this, 'Https', {
      loadBalancer,
      port: PORTS.https,
      protocol: ApplicationProtocol.HTTPS,
      open: false,
      certificates: [certificate],
      sslPolicy: SslPolicy.TLS13_RES,
      defaultAction: ListenerAction.forward([this.targets]),
    });
    // Numbers about nobody, but not for everybody: they are for the collector beside the process.
    https.addAction('Metrics', {
      priority: 1,
      conditions: [ListenerCondition.pathPatterns(['/metrics', '/metrics/*'])],
      action: ListenerAction.fixedResponse(404),
    });
    new ApplicationListener(this, 'Http', {
      loadBalancer,
      port: PORTS.http,
      protocol: ApplicationProtocol.HTTP,
      open: false,
      defaultAction: ListenerAction.redirect({ protocol: 'HTTPS', port: String(PORTS.https), permanent: true }),
    });
    new ARecord(this, 'Address', {
      zone,
      recordName: `${domain}.`,
      target: RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer)),
    });
  }
}
