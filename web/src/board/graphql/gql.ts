/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment ReviewFields on Review {\n    cause\n    reason\n    attemptId\n    checkpointId\n    endedAt\n    confirmableUntil\n    decision\n  }\n": typeof types.ReviewFieldsFragmentDoc,
    "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n": typeof types.SummaryFieldsFragmentDoc,
    "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n": typeof types.CardFieldsFragmentDoc,
    "\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n": typeof types.BoardFieldsFragmentDoc,
    "\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n": typeof types.ColumnFieldsFragmentDoc,
    "\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n": typeof types.LabelFieldsFragmentDoc,
    "\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n": typeof types.DeltaFieldsFragmentDoc,
    "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n": typeof types.CardAnswerFragmentDoc,
    "\n  query Board($id: ID!) {\n    board(id: $id) {\n      sequence\n      board {\n        ...BoardFields\n      }\n      columns {\n        ...ColumnFields\n      }\n      labels {\n        ...LabelFields\n      }\n      cards {\n        ...SummaryFields\n      }\n    }\n    boardMembers {\n      id\n      displayName\n      assignable\n    }\n  }\n": typeof types.BoardDocument,
    "\n  query BoardChanges($boardId: ID!, $after: Int!) {\n    boardChanges(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": typeof types.BoardChangesDocument,
    "\n  subscription BoardChanged($boardId: ID!, $after: Int) {\n    boardChanged(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": typeof types.BoardChangedDocument,
    "\n  mutation MoveCard($input: MoveCardInput!) {\n    moveCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.MoveCardDocument,
    "\n  mutation UndoCardChange($input: UndoCardChangeInput!) {\n    undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.UndoCardChangeDocument,
    "\n  mutation CreateCard($input: CreateCardInput!) {\n    createCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.CreateCardDocument,
};
const documents: Documents = {
    "\n  fragment ReviewFields on Review {\n    cause\n    reason\n    attemptId\n    checkpointId\n    endedAt\n    confirmableUntil\n    decision\n  }\n": types.ReviewFieldsFragmentDoc,
    "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n": types.SummaryFieldsFragmentDoc,
    "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n": types.CardFieldsFragmentDoc,
    "\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n": types.BoardFieldsFragmentDoc,
    "\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n": types.ColumnFieldsFragmentDoc,
    "\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n": types.LabelFieldsFragmentDoc,
    "\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n": types.DeltaFieldsFragmentDoc,
    "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n": types.CardAnswerFragmentDoc,
    "\n  query Board($id: ID!) {\n    board(id: $id) {\n      sequence\n      board {\n        ...BoardFields\n      }\n      columns {\n        ...ColumnFields\n      }\n      labels {\n        ...LabelFields\n      }\n      cards {\n        ...SummaryFields\n      }\n    }\n    boardMembers {\n      id\n      displayName\n      assignable\n    }\n  }\n": types.BoardDocument,
    "\n  query BoardChanges($boardId: ID!, $after: Int!) {\n    boardChanges(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": types.BoardChangesDocument,
    "\n  subscription BoardChanged($boardId: ID!, $after: Int) {\n    boardChanged(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": types.BoardChangedDocument,
    "\n  mutation MoveCard($input: MoveCardInput!) {\n    moveCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": types.MoveCardDocument,
    "\n  mutation UndoCardChange($input: UndoCardChangeInput!) {\n    undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n": types.UndoCardChangeDocument,
    "\n  mutation CreateCard($input: CreateCardInput!) {\n    createCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": types.CreateCardDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReviewFields on Review {\n    cause\n    reason\n    attemptId\n    checkpointId\n    endedAt\n    confirmableUntil\n    decision\n  }\n"): (typeof documents)["\n  fragment ReviewFields on Review {\n    cause\n    reason\n    attemptId\n    checkpointId\n    endedAt\n    confirmableUntil\n    decision\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n"): (typeof documents)["\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n"): (typeof documents)["\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      ...ReviewFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n"): (typeof documents)["\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n"): (typeof documents)["\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n"): (typeof documents)["\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n"): (typeof documents)["\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n"): (typeof documents)["\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($id: ID!) {\n    board(id: $id) {\n      sequence\n      board {\n        ...BoardFields\n      }\n      columns {\n        ...ColumnFields\n      }\n      labels {\n        ...LabelFields\n      }\n      cards {\n        ...SummaryFields\n      }\n    }\n    boardMembers {\n      id\n      displayName\n      assignable\n    }\n  }\n"): (typeof documents)["\n  query Board($id: ID!) {\n    board(id: $id) {\n      sequence\n      board {\n        ...BoardFields\n      }\n      columns {\n        ...ColumnFields\n      }\n      labels {\n        ...LabelFields\n      }\n      cards {\n        ...SummaryFields\n      }\n    }\n    boardMembers {\n      id\n      displayName\n      assignable\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardChanges($boardId: ID!, $after: Int!) {\n    boardChanges(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n"): (typeof documents)["\n  query BoardChanges($boardId: ID!, $after: Int!) {\n    boardChanges(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardChanged($boardId: ID!, $after: Int) {\n    boardChanged(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n"): (typeof documents)["\n  subscription BoardChanged($boardId: ID!, $after: Int) {\n    boardChanged(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveCard($input: MoveCardInput!) {\n    moveCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation MoveCard($input: MoveCardInput!) {\n    moveCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoCardChange($input: UndoCardChangeInput!) {\n    undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation UndoCardChange($input: UndoCardChangeInput!) {\n    undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCard($input: CreateCardInput!) {\n    createCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCard($input: CreateCardInput!) {\n    createCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;