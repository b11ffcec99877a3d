import { graphql } from '../graphql';

graphql(`
  fragment ShownLine on LogLine {
    id
    at
    level
    service
    instance
    version
    context
    message
    correlationId
    operations
    details {
      name
      value
    }
  }
`);

export const LOGS = graphql(`
  query Logs($after: ID, $filter: LogFilter) {
    logs(first: 50, after: $after, filter: $filter) {
      nodes {
        ...ShownLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const TAIL = graphql(`
  subscription LogTail($filter: LogFilter) {
    logTail(filter: $filter) {
      lines {
        ...ShownLine
      }
      reload
    }
  }
`);
