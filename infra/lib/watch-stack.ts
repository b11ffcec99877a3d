import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type Construct } from 'constructs';
import { type DataStack } from './data-stack.ts';
import { type FoundationStack } from './foundation-stack.ts';
import { latency, queueMetrics, serverErrors } from './scaling.ts';
import { type ServiceStack } from './service-stack.ts';
import { type Settings } from './settings.ts';

interface Props extends StackProps {
  readonly foundation: FoundationStack;
  readonly data: DataStack;
  readonly service: ServiceStack;
}

interface Watched {
  readonly name: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Minutes in a row, of the metric's period. */
  readonly periods: number;
  readonly below?: true;
  /** Who says nothing is ill, too. */
  readonly silenceIsBad?: true;
  readonly means: string;
}

const MINUTE = Duration.minutes(1);
const GIBIBYTE = 1_024 ** 3;

/** What AWS itself can see; what Presente knows of itself is in prometheus/rules.yaml. */
export class WatchStack extends Stack {
  private readonly settings: Settings;
  private readonly props: Props;

  constructor(scope: Construct, id: string, settings: Settings, props: Props) {
    super(scope, id, props);
    this.settings = settings;
    this.props = props;
    const topic = new Topic(this, 'Alarms', {
      displayName: `Presente ${settings.stage}`,
      masterKey: props.foundation.dataKey,
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    const tell = new SnsAction(topic);
    const watched = [...this.ofRequests(), ...this.ofWork(), ...this.ofDatabase(), ...this.ofRedis()];
    for (const each of watched) {
      const alarm = this.alarm(each);
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
    }
    this.draw(watched);
  }

  private alarm({ name, metric, threshold, periods, below, silenceIsBad, means }: Watched): Alarm {
    return new Alarm(this, name, {
      alarmName: `presente-${this.settings.stage}-${name}`,
      alarmDescription: means,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }

  private ofRequests(): Watched[] {
    const { balancer, targets } = this.props.service.balancer;
    const unhealthy = targets.metrics.unhealthyHostCount({ statistic: Stats.MAXIMUM, period: MINUTE });
    const healthy = targets.metrics.healthyHostCount({ statistic: Stats.MINIMUM, period: MINUTE });
    return [
      { name: 'errors', metric: serverErrors(balancer), threshold: 10, periods: 1, means: 'The API answers 5xx.' },
      {
        name: 'latency',
        metric: latency(balancer),
        threshold: 1,
        periods: 5,
        means: 'One request in twenty takes over a second.',
      },
      { name: 'unhealthy', metric: unhealthy, threshold: 1, periods: 5, means: 'A task of the API is not ready.' },
      {
        name: 'no-api',
        metric: healthy,
        threshold: 1,
        periods: 2,
        below: true,
        silenceIsBad: true,
        means: 'No task of the API is ready: nobody gets in.',
      },
    ];
  }

  private ofWork(): Watched[] {
    const { api, worker } = this.props.service;
    const { oldestJobSeconds } = queueMetrics(this.settings);
    const running = new Metric({
      namespace: 'ECS/ContainerInsights',
      metricName: 'RunningTaskCount',
      dimensionsMap: { ClusterName: worker.cluster.clusterName, ServiceName: worker.serviceName },
      statistic: Stats.MINIMUM,
      period: MINUTE,
    });
    return [
      {
        name: 'oldest-job',
        metric: oldestJobSeconds,
        threshold: 30,
        periods: 2,
        silenceIsBad: true,
        means: 'A job has waited for half a minute, or nobody says how long (docs/runbooks/queues.md).',
      },
      {
        name: 'no-worker',
        metric: running,
        threshold: 1,
        periods: 2,
        below: true,
        silenceIsBad: true,
        means: 'No worker runs: validations end as EXPIRED.',
      },
      {
        name: 'api-cpu',
        metric: api.metricCpuUtilization({ period: MINUTE }),
        threshold: 85,
        periods: 10,
        means: 'The API is busy, and scaling did not help.',
      },
      {
        name: 'worker-memory',
        metric: worker.metricMemoryUtilization({ period: MINUTE }),
        threshold: 85,
        periods: 5,
        means: 'Workers are about to be killed for their memory.',
      },
    ];
  }

  private ofDatabase(): Watched[] {
    const { database } = this.props.data;
    const free = database.metricFreeStorageSpace({ statistic: Stats.MINIMUM, period: Duration.minutes(5) });
    return [
      {
        name: 'database-cpu',
        metric: database.metricCPUUtilization({ period: MINUTE }),
        threshold: 80,
        periods: 10,
        means: 'PostgreSQL is busy.',
      },
      {
        name: 'database-storage',
        metric: free,
        threshold: 4 * GIBIBYTE,
        periods: 1,
        below: true,
        means: 'PostgreSQL has 4 GiB left.',
      },
      {
        name: 'database-connections',
        metric: database.metricDatabaseConnections({ statistic: Stats.MAXIMUM, period: MINUTE }),
        threshold: 80,
        periods: 5,
        means: 'Near what the instance allows: tasks × DATABASE_POOL.',
      },
    ];
  }

  private ofRedis(): Watched[] {
    const redis = (metricName: string, statistic: string) => this.ofEveryNode(metricName, statistic);
    return [
      {
        name: 'redis-memory',
        metric: redis('DatabaseMemoryUsagePercentage', Stats.MAXIMUM),
        threshold: 70,
        periods: 3,
        means: 'Full, Redis refuses jobs: it is not to forget any (noeviction).',
      },
      {
        name: 'redis-evictions',
        metric: redis('Evictions', Stats.SUM),
        threshold: 1,
        periods: 1,
        means: 'Redis forgot something: its policy is not noeviction any more.',
      },
      {
        name: 'redis-cpu',
        metric: redis('EngineCPUUtilization', Stats.MAXIMUM),
        threshold: 80,
        periods: 5,
        means: 'Redis is busy.',
      },
    ];
  }

  /** ElastiCache counts for each node; their names are the group's, and a number. */
  private ofEveryNode(metricName: string, statistic: string): IMetric {
    const { ref } = this.props.data.redis;
    const nodes = Array.from({ length: this.settings.redis.nodes }, (_, index) => {
      const CacheClusterId = `${ref}-${String(index + 1).padStart(3, '0')}`;
      return new Metric({
        namespace: 'AWS/ElastiCache',
        metricName,
        statistic,
        period: MINUTE,
        dimensionsMap: { CacheClusterId },
      });
    });
    const [first] = nodes;
    if (nodes.length === 1 && first !== undefined) return first;
    const usingMetrics = Object.fromEntries(nodes.map((node, index) => [`node${index}`, node]));
    return new MathExpression({
      expression: `MAX([${Object.keys(usingMetrics).join(', ')}])`,
      usingMetrics,
      label: metricName,
      period: MINUTE,
    });
  }

  private draw(watched: readonly Watched[]): void {
    const { backlogPerWorker } = queueMetrics(this.settings);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `presente-${this.settings.stage}`,
      defaultInterval: Duration.hours(3),
    });
    const widget = (title: string, left: IMetric) => new GraphWidget({ title, left: [left], width: 8, height: 5 });
    dashboard.addWidgets(
      widget('backlog for each worker', backlogPerWorker),
      ...watched.map(({ name, metric }) => widget(name, metric)),
    );
  }
}
