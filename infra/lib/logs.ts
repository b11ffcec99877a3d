import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Settings } from './settings.ts';

/** CloudWatch keeps logs for one of its own numbers of days. */
export function retention({ logDays }: Pick<Settings, 'logDays'>): RetentionDays {
  if (RetentionDays[logDays] === undefined) throw new Error(`logDays: CloudWatch knows no ${logDays} days`);
  return logDays;
}
