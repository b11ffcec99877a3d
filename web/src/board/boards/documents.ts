import { graphql } from '../graphql';

export const BOARDS = graphql(`
  query Boards($archived: Boolean!) {
    boards(archived: $archived) {
      ...BoardFields
    }
  }
`);

export const CREATE_BOARD = graphql(`
  mutation CreateBoard($input: CreateBoardInput!) {
    createBoard(input: $input) {
      __typename
      ... on BoardSaved {
        board {
          id
        }
      }
      ... on BoardRefused {
        reason
      }
    }
  }
`);

export const SET_BOARD_ARCHIVED = graphql(`
  mutation SetBoardArchived($id: ID!, $archived: Boolean!) {
    setBoardArchived(id: $id, archived: $archived) {
      __typename
      ... on BoardSaved {
        board {
          id
        }
      }
      ... on BoardRefused {
        reason
      }
    }
  }
`);
