import { type UpdateCardMutation, type WholeCardQuery } from '../graphql/graphql';

/** A card with all that the board does not show of it. */
export type WholeCard = WholeCardQuery['card'];

/** What a change of the open card answers. */
export type EditAnswer = UpdateCardMutation['answer'];
