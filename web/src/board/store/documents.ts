import { graphql } from '../graphql';

/**
 * As much of a card as a board shows, of either of the two types that have it. The server counts each fragment as two of the eight
 * levels that a document may have: they are as shallow here as can be, and what a review says is written out.
 */
graphql(`
  fragment SummaryFields on CardSummary {
    id
    columnId
    position
    version
    title
    hasDescription
    labelIds
    assigneeIds
    dueAt
    checklistItems
    checklistItemsDone
    commentCount
    createdAt
    enteredAt
    changedAt
    review {
      cause
      reason
      attemptId
      checkpointId
      checkpointName
      endedAt
      confirmableUntil
      decision
    }
  }
`);

graphql(`
  fragment CardFields on Card {
    id
    columnId
    position
    version
    title
    hasDescription
    labelIds
    assigneeIds
    dueAt
    checklistItems
    checklistItemsDone
    commentCount
    createdAt
    enteredAt
    changedAt
  }
`);

graphql(`
  fragment BoardFields on Board {
    id
    name
    system
    archivedAt
    openCards
  }
`);

graphql(`
  fragment ColumnFields on BoardColumn {
    id
    name
    position
    role
    wipLimit
    wipMode
    archivedAt
  }
`);

graphql(`
  fragment LabelFields on BoardLabel {
    id
    name
    colour
  }
`);

graphql(`
  fragment DeltaFields on BoardDelta {
    sequence
    reset
    board {
      ...BoardFields
    }
    columns {
      ...ColumnFields
    }
    labels {
      ...LabelFields
    }
    cards {
      ...SummaryFields
    }
    removedCardIds
  }
`);

/** What every change of a card answers with; `useAnswer` takes it. */
graphql(`
  fragment CardAnswer on ChangeCardResult {
    __typename
    ... on CardSaved {
      card {
        ...CardFields
        review {
          cause
          reason
          attemptId
          checkpointId
          checkpointName
          endedAt
          confirmableUntil
          decision
        }
      }
      change {
        id
      }
    }
    ... on CardConflict {
      card {
        ...CardFields
        review {
          cause
          reason
          attemptId
          checkpointId
          checkpointName
          endedAt
          confirmableUntil
          decision
        }
      }
    }
    ... on CardRefused {
      refusal: reason
      refused: card {
        ...CardFields
        review {
          cause
          reason
          attemptId
          checkpointId
          checkpointName
          endedAt
          confirmableUntil
          decision
        }
      }
    }
    ... on WipLimitReached {
      columnId
      count
      limit
    }
  }
`);

export const BOARD = graphql(`
  query Board($id: ID!) {
    board(id: $id) {
      sequence
      board {
        ...BoardFields
      }
      columns {
        ...ColumnFields
      }
      labels {
        ...LabelFields
      }
      cards {
        ...SummaryFields
      }
    }
    boardMembers {
      id
      displayName
      assignable
    }
  }
`);

export const BOARD_CHANGES = graphql(`
  query BoardChanges($boardId: ID!, $after: Int!) {
    boardChanges(boardId: $boardId, after: $after) {
      ...DeltaFields
    }
  }
`);

export const BOARD_CHANGED = graphql(`
  subscription BoardChanged($boardId: ID!, $after: Int) {
    boardChanged(boardId: $boardId, after: $after) {
      ...DeltaFields
    }
  }
`);

export const MOVE_CARD = graphql(`
  mutation MoveCard($input: MoveCardInput!) {
    moveCard(input: $input) {
      ...CardAnswer
    }
  }
`);

export const UNDO_CARD_CHANGE = graphql(`
  mutation UndoCardChange($input: UndoCardChangeInput!) {
    undoCardChange(input: $input) {
      ...CardAnswer
    }
  }
`);

export const CREATE_CARD = graphql(`
  mutation CreateCard($input: CreateCardInput!) {
    createCard(input: $input) {
      ...CardAnswer
    }
  }
`);
