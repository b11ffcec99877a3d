import { RemovalPolicy, Stack, type StackProps, Tags, Validations } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  IpAddresses,
  type IPeer,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { type IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Construct } from 'constructs';
import { type Arrow, arrowsOf, PARTIES, type Party } from './arrows.ts';
import { RETENTION } from './logs.ts';
import { names } from './names.ts';
import { type Settings } from './settings.ts';

/** Why each is there: a task without it would not start, or could not say how it is. */
const ENDPOINTS = {
  EcrApi: InterfaceVpcEndpointAwsService.ECR,
  EcrDocker: InterfaceVpcEndpointAwsService.ECR_DOCKER,
  Logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  Secrets: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  Keys: InterfaceVpcEndpointAwsService.KMS,
} as const;

/** Subnets without a way out, and the arrows of the diagram as the only rules of the security groups. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  private readonly zones: readonly string[];
  readonly groups: Readonly<Record<Party, SecurityGroup>>;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps & { readonly logKey: IKey }) {
    super(scope, id, props);
    this.zones = settings.zones;
    const reason = 'Zones are named by the settings, so that nothing is looked up';
    Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::W3010', reason });
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.40.0.0/16'),
      availabilityZones: [...settings.zones],
      natGateways: 0,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
      ],
      gatewayEndpoints: { S3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    this.groups = this.makeGroups();
    for (const arrow of arrowsOf(settings)) this.draw(arrow, settings);
    if (settings.tasksIn === 'isolated') this.addEndpoints(settings);
    this.vpc.addFlowLog('Refused', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'FlowLogs', {
          logGroupName: names(settings).logs('flows'),
          retention: RETENTION[settings.logDays],
          encryptionKey: props.logKey,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
    });
  }

  /** CDK asks here, and would look them up in the account. */
  override get availabilityZones(): string[] {
    return [...this.zones];
  }

  private makeGroups(): Record<Party, SecurityGroup> {
    const group = (party: Party) => {
      const made = new SecurityGroup(this, `Group-${party}`, {
        vpc: this.vpc,
        description: `Presente: ${party}`,
        allowAllOutbound: false,
      });
      Tags.of(made).add('Name', party);
      return made;
    };
    return Object.fromEntries(PARTIES.map((party) => [party, group(party)])) as Record<Party, SecurityGroup>;
  }

  /** At both ends: who is let in must have been let out. */
  private draw({ from, to, port, why }: Arrow, settings: Settings): void {
    const description = `${from} to ${to}: ${ascii(why)}`;
    if (from !== 'internet') this.groups[from].addEgressRule(this.peer(to, settings), Port.tcp(port), description);
    if (to !== 'internet' && to !== 's3')
      this.groups[to].addIngressRule(this.peer(from, settings), Port.tcp(port), description);
  }

  private peer(end: Arrow['from'] | Arrow['to'], { s3PrefixList }: Settings): IPeer {
    if (end === 'internet') return Peer.anyIpv4();
    return end === 's3' ? Peer.prefixList(s3PrefixList) : this.groups[end];
  }

  private addEndpoints({ prometheus }: Settings): void {
    const services = prometheus
      ? { ...ENDPOINTS, Prometheus: InterfaceVpcEndpointAwsService.PROMETHEUS_WORKSPACES }
      : ENDPOINTS;
    for (const [name, service] of Object.entries(services)) {
      this.vpc.addInterfaceEndpoint(name, {
        service,
        open: false,
        securityGroups: [this.groups.endpoints],
        subnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      });
    }
  }
}

/** EC2 takes no other letters in a description. */
const ascii = (text: string): string => text.replaceAll(/[^\w .:/()#,@[\]+=&;{}!$*-]/g, '');
