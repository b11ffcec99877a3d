import { graphql } from '../graphql';

export const RETENTION = graphql(`
  query Retention($language: Language!) {
    retention(language: $language) {
      rule
      what
      days
      setting
      overdue
      lastRun {
        startedAt
        finishedAt
        affected
      }
    }
  }
`);

export const RECEIPTS = graphql(`
  query ErasureReceipts($after: ID) {
    erasureReceipts(first: 20, after: $after) {
      nodes {
        id
        personId
        erasedAt
        reason
        token
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
