import { Duration, TimeZone } from 'aws-cdk-lib';
import { AdjustmentType, MetricAggregationType, Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type FargateService, type ScalableTaskCount } from 'aws-cdk-lib/aws-ecs';
import { type ApplicationLoadBalancer, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { names } from './names.ts';
import { type Clock, type ServiceSize, type Settings } from './settings.ts';

/**
 * How many jobs may stand before a worker so that the last of them waits no longer than people do.
 * @param seconds that it may wait @param secondsPerJob of one thread @param threads of a worker
 */
export const acceptableBacklog = (seconds: number, secondsPerJob: number, threads: number): number =>
  Math.max(1, Math.floor((seconds / secondsPerJob) * threads));

/**
 * Workers that keep up: what comes, by what one does.
 * @param perMinute jobs that come @param secondsPerJob of one thread @param threads of a worker
 * @param busy share of its time that a worker is to be busy; the rest is for what comes at once
 */
export const workersFor = (perMinute: number, secondsPerJob: number, threads: number, busy = 0.6): number =>
  Math.max(1, Math.ceil((perMinute * secondsPerJob) / 60 / threads / busy));

/** A validation with a challenge is some eight frames of 17.5 ms on a core (docs/measuring.md); a vCPU is half of one. */
export const SECONDS_PER_JOB = 0.3;
/** Below the two seconds from which on the API lets nobody new in (BACKLOG_SECONDS): else nothing would ever ask for another worker. */
const WAIT_SECONDS = 1;

const metric = (settings: Settings, metricName: string, statistic: string, seconds: number): Metric =>
  new Metric({ namespace: names(settings).metrics, metricName, statistic, period: Duration.seconds(seconds) });

/** Published by the API (src/modules/metrics/cloudwatch-metrics.ts): what workers are to be counted by. */
export const queueMetrics = (settings: Settings) => ({
  backlogPerWorker: metric(settings, 'BacklogPerWorker', Stats.AVERAGE, 60),
  oldestJobSeconds: metric(settings, 'OldestJobSeconds', Stats.MAXIMUM, 60),
});

const limits = ({ least, most }: ServiceSize) => ({ minCapacity: least, maxCapacity: most });

/** On CPU, and on how long requests take: a slow database makes slow answers without any CPU, and then more tasks do not help, so slowly. */
export function scaleApi(service: FargateService, settings: Settings, balancer: ApplicationLoadBalancer): void {
  const scaling = service.autoScaleTaskCount(limits(settings.api));
  scaling.scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
    scaleOutCooldown: Duration.seconds(60),
    scaleInCooldown: Duration.minutes(10),
  });
  scaling.scaleOnMetric('Latency', {
    metric: latency(balancer),
    adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
    metricAggregationType: MetricAggregationType.MAXIMUM,
    evaluationPeriods: 3,
    cooldown: Duration.minutes(3),
    scalingSteps: [
      { upper: 0.5, change: 0 },
      { lower: 1, change: 1 },
      { lower: 3, change: 2 },
    ],
  });
}

export const latency = (balancer: ApplicationLoadBalancer): IMetric =>
  balancer.metrics.targetResponseTime({ statistic: Stats.percentile(95), period: Duration.minutes(1) });

export const serverErrors = (balancer: ApplicationLoadBalancer): IMetric =>
  balancer.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, {
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });

/** On jobs per worker, which holds the wait; on the age of the oldest, which a stuck queue shows; before school, on the clock. */
export function scaleWorker(service: FargateService, settings: Settings): void {
  const { worker, schoolDay } = settings;
  const scaling = service.autoScaleTaskCount(limits(worker));
  const { backlogPerWorker, oldestJobSeconds } = queueMetrics(settings);
  scaling.scaleToTrackCustomMetric('Backlog', {
    metric: backlogPerWorker,
    targetValue: acceptableBacklog(WAIT_SECONDS, SECONDS_PER_JOB, worker.cpu / 1_024),
    scaleOutCooldown: Duration.seconds(30),
    scaleInCooldown: Duration.minutes(10),
  });
  scaling.scaleOnMetric('Age', {
    metric: oldestJobSeconds,
    adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
    metricAggregationType: MetricAggregationType.MAXIMUM,
    cooldown: Duration.seconds(60),
    scalingSteps: [
      { upper: 1, change: 0 },
      { lower: 1.5, change: 1 },
      { lower: 5, change: 3 },
    ],
  });
  if (schoolDay !== undefined) followSchoolDay(scaling, schoolDay, settings);
}

function followSchoolDay(
  scaling: ScalableTaskCount,
  { begins, ends, workers }: NonNullable<Settings['schoolDay']>,
  { worker: { least, most }, timeZone: zone }: Settings,
): void {
  const timeZone = TimeZone.of(zone);
  const at = ({ hour, minute }: Clock) => Schedule.cron({ hour, minute, weekDay: 'MON-FRI' });
  scaling.scaleOnSchedule('SchoolBegins', { schedule: at(begins), timeZone, minCapacity: workers, maxCapacity: most });
  scaling.scaleOnSchedule('SchoolEnds', { schedule: at(ends), timeZone, minCapacity: least, maxCapacity: most });
}
