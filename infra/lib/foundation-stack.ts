import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Repository, TagMutability, type IRepository } from 'aws-cdk-lib/aws-ecr';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type Construct } from 'constructs';
import { APPLICATION_KEYS } from './container-environment.ts';
import { names } from './names.ts';
import { type Settings } from './settings.ts';

/** What has to be there before an image is, and outlives all the rest: keys, secrets, images. */
export class FoundationStack extends Stack {
  /** Wraps the data keys of people. Nothing but the tasks uses it, and it uses nothing else. */
  readonly keyEncryptionKey: Key;
  /** What AWS encrypts for us: database, Redis, logs, secrets, images. */
  readonly dataKey: Key;
  readonly images: IRepository;
  readonly collectorImages: IRepository;
  readonly applicationKeys: Secret;
  /** Which image runs; `npm run deploy:ecs` writes it when a deployment went well. */
  readonly imageParameter: StringParameter;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const removalPolicy = settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    // Whoever deletes it erases every template and every name at once: 30 days to think again.
    const key = (name: string, description: string) =>
      new Key(this, name, { description, enableKeyRotation: true, removalPolicy, pendingWindow: Duration.days(30) });
    this.keyEncryptionKey = key('KeyEncryptionKey', `Presente ${settings.stage}: wraps the data keys of people`);
    this.dataKey = key('DataKey', `Presente ${settings.stage}: database, Redis, logs, secrets, images`);
    this.dataKey.addToResourcePolicy(logsMayUse(this));
    this.dataKey.addToResourcePolicy(alarmsMayUse(this));

    const images = (name: string, repositoryName: string) =>
      new Repository(this, name, {
        repositoryName,
        imageScanOnPush: true,
        imageTagMutability: TagMutability.IMMUTABLE,
        encryptionKey: this.dataKey,
        removalPolicy,
        emptyOnDelete: !settings.keepData,
        lifecycleRules: [{ maxImageCount: 30, description: 'thirty ways back' }],
      });
    this.images = images('Images', names(settings).repository);
    this.collectorImages = images('CollectorImages', names(settings).collectorRepository);

    this.applicationKeys = new Secret(this, 'ApplicationKeys', {
      secretName: names(settings).applicationKeys,
      description: `${APPLICATION_KEYS.join(', ')}: made once by "npm run deploy:ecs -- keys"`,
      encryptionKey: this.dataKey,
      removalPolicy,
    });
    // The service makes passwords, not keys; until they are there no task starts.
    (this.applicationKeys.node.defaultChild as CfnSecret).generateSecretString = undefined;

    this.imageParameter = new StringParameter(this, 'Image', {
      parameterName: names(settings).imageParameter,
      description: 'Digest of the image that runs',
      stringValue: 'sha256:none-yet',
    });
  }
}

/** Logs of this account and region, and none of another. */
const logsMayUse = ({ region, account, partition }: Stack): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
    },
  });

const alarmsMayUse = ({ account }: Stack): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': account } },
  });
