import { graphql } from '../graphql';

graphql(`
  fragment ColumnAnswer on SaveColumnResult {
    __typename
    ... on ColumnSaved {
      column {
        ...ColumnFields
      }
    }
    ... on BoardRefused {
      reason
      cards
    }
  }
`);

export const CREATE_COLUMN = graphql(`
  mutation CreateColumn($input: CreateColumnInput!) {
    createColumn(input: $input) {
      ...ColumnAnswer
    }
  }
`);

export const UPDATE_COLUMN = graphql(`
  mutation UpdateColumn($input: UpdateColumnInput!) {
    updateColumn(input: $input) {
      ...ColumnAnswer
    }
  }
`);

export const MOVE_COLUMN = graphql(`
  mutation MoveColumn($input: MoveBoardPartInput!) {
    moveColumn(input: $input) {
      ...ColumnAnswer
    }
  }
`);

export const SET_COLUMN_ARCHIVED = graphql(`
  mutation SetColumnArchived($id: ID!, $archived: Boolean!) {
    setColumnArchived(id: $id, archived: $archived) {
      ...ColumnAnswer
    }
  }
`);
