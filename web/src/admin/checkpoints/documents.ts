import { graphql } from '../graphql';

graphql(`
  fragment CheckpointFields on Checkpoint {
    id
    name
    factors
    liveness
    targetFmr
    closedAt
    createdAt
  }
`);

export const CHECKPOINTS = graphql(`
  query Checkpoints($after: ID) {
    checkpoints(first: 50, after: $after) {
      nodes {
        ...CheckpointFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CREATE_CHECKPOINT = graphql(`
  mutation CreateCheckpoint($input: CreateCheckpointInput!) {
    createCheckpoint(input: $input) {
      __typename
      ... on CheckpointCreated {
        checkpoint {
          ...CheckpointFields
        }
      }
    }
  }
`);

export const CHANGE_CHECKPOINT = graphql(`
  mutation ChangeCheckpoint($id: ID!, $factors: CheckpointFactors!, $liveness: CheckpointLiveness!) {
    setCheckpointFactors(id: $id, factors: $factors) {
      id
    }
    setCheckpointLiveness(id: $id, liveness: $liveness) {
      ...CheckpointFields
    }
  }
`);

export const SET_CHECKPOINT_OPEN = graphql(`
  mutation SetCheckpointOpen($id: ID!, $open: Boolean!) {
    setCheckpointOpen(id: $id, open: $open) {
      ...CheckpointFields
    }
  }
`);
