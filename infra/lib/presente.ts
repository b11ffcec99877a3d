import { App, Stage, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { acknowledge } from './acknowledged.ts';
import { DataStack } from './data-stack.ts';
import { FoundationStack } from './foundation-stack.ts';
import { NetworkStack } from './network-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { type Settings, settingsOf } from './settings.ts';
import { WatchStack } from './watch-stack.ts';

/** One stage, whole: what lives longest first, each stack standing on those before it. */
export class Presente extends Stage {
  readonly foundation: FoundationStack;
  readonly network: NetworkStack;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly watch: WatchStack;

  constructor(app: App, settings: Settings) {
    const { stage, account, region, keepData } = settings;
    super(app, `presente-${stage}`, { env: { account, region } });
    const props = { terminationProtection: keepData };
    this.foundation = new FoundationStack(this, 'foundation', settings, props);
    const { foundation } = this;
    this.network = new NetworkStack(this, 'network', settings, { ...props, logKey: foundation.dataKey });
    const { network } = this;
    this.data = new DataStack(this, 'data', settings, { ...props, foundation, network });
    const { data } = this;
    this.service = new ServiceStack(this, 'service', settings, { ...props, foundation, network, data });
    this.watch = new WatchStack(this, 'watch', settings, { ...props, foundation, data, service: this.service });
    for (const [key, value] of Object.entries({ application: 'presente', stage, 'managed-by': 'cdk' }))
      Tags.of(this).add(key, value);
  }

  get stacks() {
    const { foundation, network, data, service, watch } = this;
    return { foundation, network, data, service, watch };
  }
}

/** Here and not in cdk.json, so that the tests see the same templates as the command. */
const FLAGS = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-ecs:arnFormatIncludesClusterName': true,
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
  // Who runs what is nobody's business.
  'aws:cdk:version-reporting': false,
};

export const newApp = (context: Readonly<Record<string, string>> = {}): App =>
  new App({ context: { ...FLAGS, ...context }, analyticsReporting: false });

/** With what the context says of the owner's account, and what cdk-nag is to leave alone. */
export function addStage(app: App, stage: string): Presente {
  const settings = settingsOf(stage, (name): unknown => app.node.tryGetContext(name));
  const presente = new Presente(app, settings);
  acknowledge(presente, settings);
  return presente;
}

/** From here on a finding that nobody acknowledged ends the synthesis. */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
}
