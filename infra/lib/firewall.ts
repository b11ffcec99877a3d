import { RemovalPolicy } from 'aws-cdk-lib';
import { type IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { RETENTION } from './logs.ts';
import { type Settings } from './settings.ts';

/** Uploads are pictures: what a rule about text finds in their bytes is chance. */
const UPLOADS = '/captures';

type Statement = CfnWebACL.StatementProperty;

const notAnUpload: Statement = {
  notStatement: {
    statement: {
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: 'EXACTLY',
        searchString: UPLOADS,
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
};

interface ManagedGroup {
  readonly name: string;
  readonly scopeDownStatement?: Statement;
  /** Rules of it that only count. */
  readonly counting?: readonly string[];
}

const MANAGED: readonly ManagedGroup[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList' },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    scopeDownStatement: notAnUpload,
    // An import of people is longer than 8 KiB; the API has limits of its own for every body.
    counting: ['SizeRestrictions_BODY'],
  },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', scopeDownStatement: notAnUpload },
];

const watched = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // A sample is a request with its headers, for three hours.
  sampledRequestsEnabled: false,
});

interface Around {
  readonly balancerArn: string;
  readonly logKey: IKey;
}

/** AWS' managed rules and a limit for each address, before the load balancer. */
export class Firewall extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string, settings: Settings, { balancerArn, logKey }: Around) {
    super(scope, id);
    this.acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: watched('firewall'),
      rules: [rateLimit(settings), ...MANAGED.map((group, index) => managed(group, index + 1))],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: balancerArn, webAclArn: this.acl.attrArn });
    const log = new LogGroup(this, 'Log', {
      // The service writes to no group of another name.
      logGroupName: `aws-waf-logs-presente-${settings.stage}`,
      retention: RETENTION[settings.logDays],
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.acl.attrArn,
      logDestinationConfigs: [log.logGroupArn],
      // Sessions and capture tickets are in these.
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { singleHeader: { Name: 'cookie' } }],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
  }
}

const rateLimit = ({ requestsPerFiveMinutes }: Settings): CfnWebACL.RuleProperty => ({
  name: 'rate-limit',
  priority: 0,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: 300, limit: requestsPerFiveMinutes },
  },
  visibilityConfig: watched('rate-limit'),
});

const managed = (
  { name, scopeDownStatement, counting = [] }: ManagedGroup,
  priority: number,
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ...(scopeDownStatement !== undefined && { scopeDownStatement }),
      ruleActionOverrides: counting.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: watched(name),
});
