import { graphql } from '../graphql';

/** What a card says and a board does not show: changes start from it. */
graphql(`
  fragment Said on Card {
    description
    checklists {
      id
      title
      items {
        id
        text
        done
      }
    }
  }
`);

graphql(`
  fragment CommentFields on CardComment {
    id
    authorId
    body
    createdAt
    editedAt
  }
`);

graphql(`
  fragment ChangeFields on CardChange {
    id
    kind
    actorId
    at
    undone
    undoable
    fields
    fromColumnId
    columnId
  }
`);

export const WHOLE_CARD = graphql(`
  query WholeCard($id: ID!) {
    card(id: $id) {
      ...CardFields
      ...Said
      boardId
      createdBy
      archivedAt
      trashedAt
      comments {
        ...CommentFields
      }
      deletedComments {
        ...CommentFields
      }
      changes {
        ...ChangeFields
      }
      review {
        cause
        reason
        attemptId
        checkpointId
        checkpointName
        endedAt
        confirmableUntil
        decision
        decisionReason
        decidedBy
        decidedAt
      }
    }
  }
`);

/** Answers come with what the card says now, so that a change can be made again on it. */
export const UPDATE_CARD = graphql(`
  mutation UpdateCard($input: UpdateCardInput!) {
    answer: updateCard(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const SET_CHECKLISTS = graphql(`
  mutation SetChecklists($input: SetChecklistsInput!) {
    answer: setChecklists(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const TICK = graphql(`
  mutation TickChecklistItem($input: TickChecklistItemInput!) {
    answer: tickChecklistItem(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const ARCHIVE_CARD = graphql(`
  mutation ArchiveCard($input: CardAtVersionInput!) {
    answer: archiveCard(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const TRASH_CARD = graphql(`
  mutation TrashCard($input: CardAtVersionInput!) {
    answer: trashCard(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const REOPEN_CARD = graphql(`
  mutation ReopenCard($input: CardAtVersionInput!) {
    answer: reopenCard(input: $input) {
      ...CardAnswer
      ... on CardSaved {
        card {
          ...Said
        }
      }
      ... on CardConflict {
        card {
          ...Said
        }
      }
    }
  }
`);

export const UNDO_CHANGE = graphql(`
  mutation UndoChange($input: UndoCardChangeInput!) {
    answer: undoCardChange(input: $input) {
      ...CardAnswer
    }
  }
`);

export const ADD_COMMENT = graphql(`
  mutation AddComment($input: AddCommentInput!) {
    addComment(input: $input) {
      ...CommentFields
    }
  }
`);

export const EDIT_COMMENT = graphql(`
  mutation EditComment($input: EditCommentInput!) {
    editComment(input: $input) {
      ...CommentFields
    }
  }
`);

export const DELETE_COMMENT = graphql(`
  mutation DeleteComment($id: ID!) {
    deleteComment(id: $id)
  }
`);

export const RESTORE_COMMENT = graphql(`
  mutation RestoreComment($id: ID!) {
    restoreComment(id: $id) {
      ...CommentFields
    }
  }
`);

export const DECIDE_REVIEW = graphql(`
  mutation DecideReview($input: DecideReviewInput!) {
    decideReview(input: $input) {
      __typename
      ... on ReviewRefused {
        reason
        confirmation
      }
    }
  }
`);
