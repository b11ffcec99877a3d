import { graphql } from '../graphql';

export const EVENTS = graphql(`
  query AuditEvents($after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {
    auditEvents(
      first: 50
      after: $after
      action: $action
      actorId: $actorId
      subjectId: $subjectId
      from: $from
      to: $to
    ) {
      nodes {
        id: sequence
        at
        action
        actor
        subjectKind
        subjectId
        outcome
        correlationId
        hash
        details {
          name
          values
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CHAIN = graphql(`
  query AuditChain {
    auditHead {
      sequence
      hash
      at
    }
    auditVerification {
      whole
      checked
      brokenAt
    }
  }
`);

export const ACTORS = graphql(`
  query AuditActors {
    users(first: 100) {
      nodes {
        id
        displayName
      }
    }
    devices(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);
