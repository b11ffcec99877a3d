import { graphql } from '../graphql';

graphql(`
  fragment FeedAttempt on ValidationAttempt {
    id
    checkpointId
    createdAt
    finishedAt
    method
    reason
    state
  }
`);

export const VALIDATIONS = graphql(`
  query Validations($after: ID, $checkpointId: ID, $state: ValidationState) {
    validations(first: 50, after: $after, checkpointId: $checkpointId, state: $state) {
      nodes {
        ...FeedAttempt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CHANGES = graphql(`
  subscription ValidationsChanged($checkpointId: ID) {
    validationsChanged(checkpointId: $checkpointId) {
      attempts {
        ...FeedAttempt
      }
      reload
    }
  }
`);

export const VALIDATION = graphql(`
  query Validation($id: ID!) {
    validation(id: $id) {
      ...FeedAttempt
      correlationId
      result {
        __typename
        ... on ValidationAccepted {
          person {
            displayName
            externalId
          }
        }
      }
    }
  }
`);

export const CONFIRM = graphql(`
  mutation ConfirmValidation($input: ConfirmValidationInput!) {
    confirmValidation(input: $input) {
      __typename
      ... on ValidationConfirmed {
        attempt {
          id
        }
      }
      ... on ConfirmationRefused {
        reason
      }
    }
  }
`);
