import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Numbers of days that CloudWatch knows. */
export const RETENTION = { 7: RetentionDays.ONE_WEEK, 30: RetentionDays.ONE_MONTH } as const;
