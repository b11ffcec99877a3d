import { graphql } from '../graphql';

export const TRASHED_CARDS = graphql(`
  query TrashedCards($boardId: ID!, $after: ID) {
    trashedCards(boardId: $boardId, first: 50, after: $after) {
      nodes {
        ...SummaryFields
        archivedAt
        trashedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ARCHIVED_CARDS = graphql(`
  query ArchivedCards($boardId: ID!, $after: ID) {
    archivedCards(boardId: $boardId, first: 50, after: $after) {
      nodes {
        ...SummaryFields
        archivedAt
        trashedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DELETE_CARD = graphql(`
  mutation DeleteCard($id: ID!) {
    deleteCard(id: $id) {
      __typename
      ... on CardDeleted {
        id
      }
    }
  }
`);

export const BRING_COLUMN_BACK = graphql(`
  mutation BringColumnBack($id: ID!, $archived: Boolean!) {
    answer: setColumnArchived(id: $id, archived: $archived) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const DELETE_COLUMN = graphql(`
  mutation DeleteColumn($id: ID!) {
    answer: deleteColumn(id: $id) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const ARCHIVED_LABELS = graphql(`
  query ArchivedLabels($boardId: ID!) {
    archivedLabels(boardId: $boardId) {
      ...LabelFields
    }
  }
`);

graphql(`
  fragment LabelAnswer on SaveLabelResult {
    __typename
    ... on LabelSaved {
      label {
        ...LabelFields
      }
    }
    ... on BoardRefused {
      reason
    }
  }
`);

export const CREATE_LABEL = graphql(`
  mutation CreateLabel($input: CreateLabelInput!) {
    answer: createLabel(input: $input) {
      ...LabelAnswer
    }
  }
`);

export const UPDATE_LABEL = graphql(`
  mutation UpdateLabel($input: UpdateLabelInput!) {
    answer: updateLabel(input: $input) {
      ...LabelAnswer
    }
  }
`);

export const SET_LABEL_ARCHIVED = graphql(`
  mutation SetLabelArchived($id: ID!, $archived: Boolean!) {
    answer: setLabelArchived(id: $id, archived: $archived) {
      ...LabelAnswer
    }
  }
`);

export const DELETE_LABEL = graphql(`
  mutation DeleteLabel($id: ID!) {
    answer: deleteLabel(id: $id) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const RENAME_BOARD = graphql(`
  mutation RenameBoard($input: RenameBoardInput!) {
    answer: renameBoard(input: $input) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const ARCHIVE_BOARD = graphql(`
  mutation ArchiveBoard($id: ID!, $archived: Boolean!) {
    answer: setBoardArchived(id: $id, archived: $archived) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const DELETE_BOARD = graphql(`
  mutation DeleteBoard($id: ID!) {
    answer: deleteBoard(id: $id) {
      __typename
      ... on BoardRefused {
        reason
      }
    }
  }
`);
