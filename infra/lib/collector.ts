import { Stack } from 'aws-cdk-lib';
import { CfnRuleGroupsNamespace, CfnWorkspace } from 'aws-cdk-lib/aws-aps';
import { ContainerImage, LogDriver, AwsLogDriverMode } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { type FoundationStack } from './foundation-stack.ts';
import { COLLECTOR } from './names.ts';
import { type Task } from './task.ts';

/**
 * Amazon Managed Prometheus, filled by a collector in each task. It scrapes over the task's own loopback, so no arrow to a
 * worker is opened and nobody has to find tasks; the rules are those that promtool proves.
 */
export class Prometheus extends Construct {
  readonly workspace: CfnWorkspace;

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id);
    this.workspace = new CfnWorkspace(this, 'Workspace', { alias: `presente-${stage}` });
    new CfnRuleGroupsNamespace(this, 'Rules', {
      workspace: this.workspace.attrArn,
      name: 'presente',
      data: readFileSync(new URL('../../prometheus/rules.yaml', import.meta.url), 'utf8'),
    });
  }

  watch(task: Task, foundation: FoundationStack, name: string, port: number): void {
    const { region } = Stack.of(this);
    task.role.addToPolicy(new PolicyStatement({ actions: ['aps:RemoteWrite'], resources: [this.workspace.attrArn] }));
    foundation.collectorImages.grantPull(task.definition.obtainExecutionRole());
    task.definition.addContainer('collector', {
      containerName: 'collector',
      image: ContainerImage.fromRegistry(`${foundation.collectorImages.repositoryUri}:${COLLECTOR.tag}`),
      environment: {
        AOT_CONFIG_CONTENT: configuration(`presente-${name}`, port, this.workspace.attrPrometheusEndpoint, region),
      },
      readonlyRootFilesystem: true,
      // Figures are worth no restart of a process that works.
      essential: false,
      memoryLimitMiB: 128,
      logging: LogDriver.awsLogs({
        streamPrefix: 'collector',
        logGroup: task.logs,
        mode: AwsLogDriverMode.NON_BLOCKING,
      }),
    });
  }
}

/** JSON is YAML. The task's number is a label, since every process here is called 127.0.0.1. */
const configuration = (job: string, port: number, endpoint: string, region: string): string =>
  JSON.stringify({
    receivers: {
      prometheus: {
        config: {
          global: { scrape_interval: '30s', scrape_timeout: '10s' },
          scrape_configs: [{ job_name: job, static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
        },
      },
    },
    processors: {
      resourcedetection: { detectors: ['ecs'], ecs: { resource_attributes: { 'aws.ecs.task.id': { enabled: true } } } },
      batch: {},
    },
    exporters: {
      prometheusremotewrite: {
        endpoint: `${endpoint}api/v1/remote_write`,
        auth: { authenticator: 'sigv4auth' },
        resource_to_telemetry_conversion: { enabled: true },
      },
    },
    extensions: { sigv4auth: { region, service: 'aps' } },
    service: {
      extensions: ['sigv4auth'],
      pipelines: {
        metrics: {
          receivers: ['prometheus'],
          processors: ['resourcedetection', 'batch'],
          exporters: ['prometheusremotewrite'],
        },
      },
    },
  });
