import { graphql } from '../graphql';

export const CARDS_MATCHING = graphql(`
  query CardsMatching($boardId: ID!, $text: String!) {
    cardsMatching(boardId: $boardId, text: $text)
  }
`);
