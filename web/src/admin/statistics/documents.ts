import { graphql } from '../graphql';

graphql(`
  fragment FunnelCounts on ValidationFunnel {
    opened
    admitted
    captured
    decided
    accepted
    attested
  }
`);

export const STATISTICS = graphql(`
  query Statistics(
    $from: DateTime!
    $to: DateTime!
    $bucket: StatisticsBucket!
    $timeZone: String!
    $checkpointId: ID
  ) {
    validationStatistics(from: $from, to: $to, bucket: $bucket, timeZone: $timeZone, checkpointId: $checkpointId) {
      bucket
      funnel {
        ...FunnelCounts
      }
      reasons {
        state
        reason
        count
      }
      stretches {
        start
        funnel {
          ...FunnelCounts
        }
        reasons {
          state
          reason
          count
        }
      }
    }
  }
`);
