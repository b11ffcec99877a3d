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
    "\n  query Boards($archived: Boolean!) {\n    boards(archived: $archived) {\n      ...BoardFields\n    }\n  }\n": typeof types.BoardsDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.CreateBoardDocument,
    "\n  mutation SetBoardArchived($id: ID!, $archived: Boolean!) {\n    setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.SetBoardArchivedDocument,
    "\n  fragment Said on Card {\n    description\n    checklists {\n      id\n      title\n      items {\n        id\n        text\n        done\n      }\n    }\n  }\n": typeof types.SaidFragmentDoc,
    "\n  fragment CommentFields on CardComment {\n    id\n    authorId\n    body\n    createdAt\n    editedAt\n  }\n": typeof types.CommentFieldsFragmentDoc,
    "\n  fragment ChangeFields on CardChange {\n    id\n    kind\n    actorId\n    at\n    undone\n    undoable\n    fields\n    fromColumnId\n    columnId\n  }\n": typeof types.ChangeFieldsFragmentDoc,
    "\n  query WholeCard($id: ID!) {\n    card(id: $id) {\n      ...CardFields\n      ...Said\n      boardId\n      createdBy\n      archivedAt\n      trashedAt\n      comments {\n        ...CommentFields\n      }\n      deletedComments {\n        ...CommentFields\n      }\n      changes {\n        ...ChangeFields\n      }\n      review {\n        cause\n        reason\n        attemptId\n        checkpointId\n        checkpointName\n        endedAt\n        confirmableUntil\n        decision\n        decisionReason\n        decidedBy\n        decidedAt\n      }\n    }\n  }\n": typeof types.WholeCardDocument,
    "\n  mutation UpdateCard($input: UpdateCardInput!) {\n    answer: updateCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.UpdateCardDocument,
    "\n  mutation SetChecklists($input: SetChecklistsInput!) {\n    answer: setChecklists(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.SetChecklistsDocument,
    "\n  mutation TickChecklistItem($input: TickChecklistItemInput!) {\n    answer: tickChecklistItem(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.TickChecklistItemDocument,
    "\n  mutation ArchiveCard($input: CardAtVersionInput!) {\n    answer: archiveCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.ArchiveCardDocument,
    "\n  mutation TrashCard($input: CardAtVersionInput!) {\n    answer: trashCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.TrashCardDocument,
    "\n  mutation ReopenCard($input: CardAtVersionInput!) {\n    answer: reopenCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": typeof types.ReopenCardDocument,
    "\n  mutation UndoChange($input: UndoCardChangeInput!) {\n    answer: undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.UndoChangeDocument,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      ...CommentFields\n    }\n  }\n": typeof types.AddCommentDocument,
    "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      ...CommentFields\n    }\n  }\n": typeof types.EditCommentDocument,
    "\n  mutation DeleteComment($id: ID!) {\n    deleteComment(id: $id)\n  }\n": typeof types.DeleteCommentDocument,
    "\n  mutation RestoreComment($id: ID!) {\n    restoreComment(id: $id) {\n      ...CommentFields\n    }\n  }\n": typeof types.RestoreCommentDocument,
    "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      __typename\n      ... on ReviewRefused {\n        reason\n        confirmation\n      }\n    }\n  }\n": typeof types.DecideReviewDocument,
    "\n  query CardsMatching($boardId: ID!, $text: String!) {\n    cardsMatching(boardId: $boardId, text: $text)\n  }\n": typeof types.CardsMatchingDocument,
    "\n  fragment ColumnAnswer on SaveColumnResult {\n    __typename\n    ... on ColumnSaved {\n      column {\n        ...ColumnFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n      cards\n    }\n  }\n": typeof types.ColumnAnswerFragmentDoc,
    "\n  mutation CreateColumn($input: CreateColumnInput!) {\n    createColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": typeof types.CreateColumnDocument,
    "\n  mutation UpdateColumn($input: UpdateColumnInput!) {\n    updateColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": typeof types.UpdateColumnDocument,
    "\n  mutation MoveColumn($input: MoveBoardPartInput!) {\n    moveColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": typeof types.MoveColumnDocument,
    "\n  mutation SetColumnArchived($id: ID!, $archived: Boolean!) {\n    setColumnArchived(id: $id, archived: $archived) {\n      ...ColumnAnswer\n    }\n  }\n": typeof types.SetColumnArchivedDocument,
    "\n  query TrashedCards($boardId: ID!, $after: ID) {\n    trashedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TrashedCardsDocument,
    "\n  query ArchivedCards($boardId: ID!, $after: ID) {\n    archivedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ArchivedCardsDocument,
    "\n  mutation DeleteCard($id: ID!) {\n    deleteCard(id: $id) {\n      __typename\n      ... on CardDeleted {\n        id\n      }\n    }\n  }\n": typeof types.DeleteCardDocument,
    "\n  mutation BringColumnBack($id: ID!, $archived: Boolean!) {\n    answer: setColumnArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.BringColumnBackDocument,
    "\n  mutation DeleteColumn($id: ID!) {\n    answer: deleteColumn(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteColumnDocument,
    "\n  query ArchivedLabels($boardId: ID!) {\n    archivedLabels(boardId: $boardId) {\n      ...LabelFields\n    }\n  }\n": typeof types.ArchivedLabelsDocument,
    "\n  fragment LabelAnswer on SaveLabelResult {\n    __typename\n    ... on LabelSaved {\n      label {\n        ...LabelFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n    }\n  }\n": typeof types.LabelAnswerFragmentDoc,
    "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    answer: createLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n": typeof types.CreateLabelDocument,
    "\n  mutation UpdateLabel($input: UpdateLabelInput!) {\n    answer: updateLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n": typeof types.UpdateLabelDocument,
    "\n  mutation SetLabelArchived($id: ID!, $archived: Boolean!) {\n    answer: setLabelArchived(id: $id, archived: $archived) {\n      ...LabelAnswer\n    }\n  }\n": typeof types.SetLabelArchivedDocument,
    "\n  mutation DeleteLabel($id: ID!) {\n    answer: deleteLabel(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteLabelDocument,
    "\n  mutation RenameBoard($input: RenameBoardInput!) {\n    answer: renameBoard(input: $input) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.RenameBoardDocument,
    "\n  mutation ArchiveBoard($id: ID!, $archived: Boolean!) {\n    answer: setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.ArchiveBoardDocument,
    "\n  mutation DeleteBoard($id: ID!) {\n    answer: deleteBoard(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteBoardDocument,
    "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      cause\n      reason\n      attemptId\n      checkpointId\n      checkpointName\n      endedAt\n      confirmableUntil\n      decision\n    }\n  }\n": typeof types.SummaryFieldsFragmentDoc,
    "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n  }\n": typeof types.CardFieldsFragmentDoc,
    "\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n": typeof types.BoardFieldsFragmentDoc,
    "\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n": typeof types.ColumnFieldsFragmentDoc,
    "\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n": typeof types.LabelFieldsFragmentDoc,
    "\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n": typeof types.DeltaFieldsFragmentDoc,
    "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n": typeof types.CardAnswerFragmentDoc,
    "\n  query Board($id: ID!) {\n    board(id: $id) {\n      sequence\n      board {\n        ...BoardFields\n      }\n      columns {\n        ...ColumnFields\n      }\n      labels {\n        ...LabelFields\n      }\n      cards {\n        ...SummaryFields\n      }\n    }\n    boardMembers {\n      id\n      displayName\n      assignable\n    }\n  }\n": typeof types.BoardDocument,
    "\n  query BoardChanges($boardId: ID!, $after: Int!) {\n    boardChanges(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": typeof types.BoardChangesDocument,
    "\n  subscription BoardChanged($boardId: ID!, $after: Int) {\n    boardChanged(boardId: $boardId, after: $after) {\n      ...DeltaFields\n    }\n  }\n": typeof types.BoardChangedDocument,
    "\n  mutation MoveCard($input: MoveCardInput!) {\n    moveCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.MoveCardDocument,
    "\n  mutation UndoCardChange($input: UndoCardChangeInput!) {\n    undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.UndoCardChangeDocument,
    "\n  mutation CreateCard($input: CreateCardInput!) {\n    createCard(input: $input) {\n      ...CardAnswer\n    }\n  }\n": typeof types.CreateCardDocument,
};
const documents: Documents = {
    "\n  query Boards($archived: Boolean!) {\n    boards(archived: $archived) {\n      ...BoardFields\n    }\n  }\n": types.BoardsDocument,
    "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.CreateBoardDocument,
    "\n  mutation SetBoardArchived($id: ID!, $archived: Boolean!) {\n    setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.SetBoardArchivedDocument,
    "\n  fragment Said on Card {\n    description\n    checklists {\n      id\n      title\n      items {\n        id\n        text\n        done\n      }\n    }\n  }\n": types.SaidFragmentDoc,
    "\n  fragment CommentFields on CardComment {\n    id\n    authorId\n    body\n    createdAt\n    editedAt\n  }\n": types.CommentFieldsFragmentDoc,
    "\n  fragment ChangeFields on CardChange {\n    id\n    kind\n    actorId\n    at\n    undone\n    undoable\n    fields\n    fromColumnId\n    columnId\n  }\n": types.ChangeFieldsFragmentDoc,
    "\n  query WholeCard($id: ID!) {\n    card(id: $id) {\n      ...CardFields\n      ...Said\n      boardId\n      createdBy\n      archivedAt\n      trashedAt\n      comments {\n        ...CommentFields\n      }\n      deletedComments {\n        ...CommentFields\n      }\n      changes {\n        ...ChangeFields\n      }\n      review {\n        cause\n        reason\n        attemptId\n        checkpointId\n        checkpointName\n        endedAt\n        confirmableUntil\n        decision\n        decisionReason\n        decidedBy\n        decidedAt\n      }\n    }\n  }\n": types.WholeCardDocument,
    "\n  mutation UpdateCard($input: UpdateCardInput!) {\n    answer: updateCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.UpdateCardDocument,
    "\n  mutation SetChecklists($input: SetChecklistsInput!) {\n    answer: setChecklists(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.SetChecklistsDocument,
    "\n  mutation TickChecklistItem($input: TickChecklistItemInput!) {\n    answer: tickChecklistItem(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.TickChecklistItemDocument,
    "\n  mutation ArchiveCard($input: CardAtVersionInput!) {\n    answer: archiveCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.ArchiveCardDocument,
    "\n  mutation TrashCard($input: CardAtVersionInput!) {\n    answer: trashCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.TrashCardDocument,
    "\n  mutation ReopenCard($input: CardAtVersionInput!) {\n    answer: reopenCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n": types.ReopenCardDocument,
    "\n  mutation UndoChange($input: UndoCardChangeInput!) {\n    answer: undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n": types.UndoChangeDocument,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      ...CommentFields\n    }\n  }\n": types.AddCommentDocument,
    "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      ...CommentFields\n    }\n  }\n": types.EditCommentDocument,
    "\n  mutation DeleteComment($id: ID!) {\n    deleteComment(id: $id)\n  }\n": types.DeleteCommentDocument,
    "\n  mutation RestoreComment($id: ID!) {\n    restoreComment(id: $id) {\n      ...CommentFields\n    }\n  }\n": types.RestoreCommentDocument,
    "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      __typename\n      ... on ReviewRefused {\n        reason\n        confirmation\n      }\n    }\n  }\n": types.DecideReviewDocument,
    "\n  query CardsMatching($boardId: ID!, $text: String!) {\n    cardsMatching(boardId: $boardId, text: $text)\n  }\n": types.CardsMatchingDocument,
    "\n  fragment ColumnAnswer on SaveColumnResult {\n    __typename\n    ... on ColumnSaved {\n      column {\n        ...ColumnFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n      cards\n    }\n  }\n": types.ColumnAnswerFragmentDoc,
    "\n  mutation CreateColumn($input: CreateColumnInput!) {\n    createColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": types.CreateColumnDocument,
    "\n  mutation UpdateColumn($input: UpdateColumnInput!) {\n    updateColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": types.UpdateColumnDocument,
    "\n  mutation MoveColumn($input: MoveBoardPartInput!) {\n    moveColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n": types.MoveColumnDocument,
    "\n  mutation SetColumnArchived($id: ID!, $archived: Boolean!) {\n    setColumnArchived(id: $id, archived: $archived) {\n      ...ColumnAnswer\n    }\n  }\n": types.SetColumnArchivedDocument,
    "\n  query TrashedCards($boardId: ID!, $after: ID) {\n    trashedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TrashedCardsDocument,
    "\n  query ArchivedCards($boardId: ID!, $after: ID) {\n    archivedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ArchivedCardsDocument,
    "\n  mutation DeleteCard($id: ID!) {\n    deleteCard(id: $id) {\n      __typename\n      ... on CardDeleted {\n        id\n      }\n    }\n  }\n": types.DeleteCardDocument,
    "\n  mutation BringColumnBack($id: ID!, $archived: Boolean!) {\n    answer: setColumnArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.BringColumnBackDocument,
    "\n  mutation DeleteColumn($id: ID!) {\n    answer: deleteColumn(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.DeleteColumnDocument,
    "\n  query ArchivedLabels($boardId: ID!) {\n    archivedLabels(boardId: $boardId) {\n      ...LabelFields\n    }\n  }\n": types.ArchivedLabelsDocument,
    "\n  fragment LabelAnswer on SaveLabelResult {\n    __typename\n    ... on LabelSaved {\n      label {\n        ...LabelFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n    }\n  }\n": types.LabelAnswerFragmentDoc,
    "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    answer: createLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n": types.CreateLabelDocument,
    "\n  mutation UpdateLabel($input: UpdateLabelInput!) {\n    answer: updateLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n": types.UpdateLabelDocument,
    "\n  mutation SetLabelArchived($id: ID!, $archived: Boolean!) {\n    answer: setLabelArchived(id: $id, archived: $archived) {\n      ...LabelAnswer\n    }\n  }\n": types.SetLabelArchivedDocument,
    "\n  mutation DeleteLabel($id: ID!) {\n    answer: deleteLabel(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.DeleteLabelDocument,
    "\n  mutation RenameBoard($input: RenameBoardInput!) {\n    answer: renameBoard(input: $input) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.RenameBoardDocument,
    "\n  mutation ArchiveBoard($id: ID!, $archived: Boolean!) {\n    answer: setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.ArchiveBoardDocument,
    "\n  mutation DeleteBoard($id: ID!) {\n    answer: deleteBoard(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n": types.DeleteBoardDocument,
    "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      cause\n      reason\n      attemptId\n      checkpointId\n      checkpointName\n      endedAt\n      confirmableUntil\n      decision\n    }\n  }\n": types.SummaryFieldsFragmentDoc,
    "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n  }\n": types.CardFieldsFragmentDoc,
    "\n  fragment BoardFields on Board {\n    id\n    name\n    system\n    archivedAt\n    openCards\n  }\n": types.BoardFieldsFragmentDoc,
    "\n  fragment ColumnFields on BoardColumn {\n    id\n    name\n    position\n    role\n    wipLimit\n    wipMode\n    archivedAt\n  }\n": types.ColumnFieldsFragmentDoc,
    "\n  fragment LabelFields on BoardLabel {\n    id\n    name\n    colour\n  }\n": types.LabelFieldsFragmentDoc,
    "\n  fragment DeltaFields on BoardDelta {\n    sequence\n    reset\n    board {\n      ...BoardFields\n    }\n    columns {\n      ...ColumnFields\n    }\n    labels {\n      ...LabelFields\n    }\n    cards {\n      ...SummaryFields\n    }\n    removedCardIds\n  }\n": types.DeltaFieldsFragmentDoc,
    "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n": types.CardAnswerFragmentDoc,
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
export function graphql(source: "\n  query Boards($archived: Boolean!) {\n    boards(archived: $archived) {\n      ...BoardFields\n    }\n  }\n"): (typeof documents)["\n  query Boards($archived: Boolean!) {\n    boards(archived: $archived) {\n      ...BoardFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateBoard($input: CreateBoardInput!) {\n    createBoard(input: $input) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetBoardArchived($id: ID!, $archived: Boolean!) {\n    setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetBoardArchived($id: ID!, $archived: Boolean!) {\n    setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardSaved {\n        board {\n          id\n        }\n      }\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Said on Card {\n    description\n    checklists {\n      id\n      title\n      items {\n        id\n        text\n        done\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Said on Card {\n    description\n    checklists {\n      id\n      title\n      items {\n        id\n        text\n        done\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommentFields on CardComment {\n    id\n    authorId\n    body\n    createdAt\n    editedAt\n  }\n"): (typeof documents)["\n  fragment CommentFields on CardComment {\n    id\n    authorId\n    body\n    createdAt\n    editedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangeFields on CardChange {\n    id\n    kind\n    actorId\n    at\n    undone\n    undoable\n    fields\n    fromColumnId\n    columnId\n  }\n"): (typeof documents)["\n  fragment ChangeFields on CardChange {\n    id\n    kind\n    actorId\n    at\n    undone\n    undoable\n    fields\n    fromColumnId\n    columnId\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WholeCard($id: ID!) {\n    card(id: $id) {\n      ...CardFields\n      ...Said\n      boardId\n      createdBy\n      archivedAt\n      trashedAt\n      comments {\n        ...CommentFields\n      }\n      deletedComments {\n        ...CommentFields\n      }\n      changes {\n        ...ChangeFields\n      }\n      review {\n        cause\n        reason\n        attemptId\n        checkpointId\n        checkpointName\n        endedAt\n        confirmableUntil\n        decision\n        decisionReason\n        decidedBy\n        decidedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query WholeCard($id: ID!) {\n    card(id: $id) {\n      ...CardFields\n      ...Said\n      boardId\n      createdBy\n      archivedAt\n      trashedAt\n      comments {\n        ...CommentFields\n      }\n      deletedComments {\n        ...CommentFields\n      }\n      changes {\n        ...ChangeFields\n      }\n      review {\n        cause\n        reason\n        attemptId\n        checkpointId\n        checkpointName\n        endedAt\n        confirmableUntil\n        decision\n        decisionReason\n        decidedBy\n        decidedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCard($input: UpdateCardInput!) {\n    answer: updateCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCard($input: UpdateCardInput!) {\n    answer: updateCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetChecklists($input: SetChecklistsInput!) {\n    answer: setChecklists(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetChecklists($input: SetChecklistsInput!) {\n    answer: setChecklists(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TickChecklistItem($input: TickChecklistItemInput!) {\n    answer: tickChecklistItem(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TickChecklistItem($input: TickChecklistItemInput!) {\n    answer: tickChecklistItem(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveCard($input: CardAtVersionInput!) {\n    answer: archiveCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveCard($input: CardAtVersionInput!) {\n    answer: archiveCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrashCard($input: CardAtVersionInput!) {\n    answer: trashCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TrashCard($input: CardAtVersionInput!) {\n    answer: trashCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenCard($input: CardAtVersionInput!) {\n    answer: reopenCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenCard($input: CardAtVersionInput!) {\n    answer: reopenCard(input: $input) {\n      ...CardAnswer\n      ... on CardSaved {\n        card {\n          ...Said\n        }\n      }\n      ... on CardConflict {\n        card {\n          ...Said\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoChange($input: UndoCardChangeInput!) {\n    answer: undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation UndoChange($input: UndoCardChangeInput!) {\n    answer: undoCardChange(input: $input) {\n      ...CardAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      ...CommentFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      ...CommentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      ...CommentFields\n    }\n  }\n"): (typeof documents)["\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      ...CommentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteComment($id: ID!) {\n    deleteComment(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteComment($id: ID!) {\n    deleteComment(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreComment($id: ID!) {\n    restoreComment(id: $id) {\n      ...CommentFields\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreComment($id: ID!) {\n    restoreComment(id: $id) {\n      ...CommentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      __typename\n      ... on ReviewRefused {\n        reason\n        confirmation\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      __typename\n      ... on ReviewRefused {\n        reason\n        confirmation\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardsMatching($boardId: ID!, $text: String!) {\n    cardsMatching(boardId: $boardId, text: $text)\n  }\n"): (typeof documents)["\n  query CardsMatching($boardId: ID!, $text: String!) {\n    cardsMatching(boardId: $boardId, text: $text)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ColumnAnswer on SaveColumnResult {\n    __typename\n    ... on ColumnSaved {\n      column {\n        ...ColumnFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n      cards\n    }\n  }\n"): (typeof documents)["\n  fragment ColumnAnswer on SaveColumnResult {\n    __typename\n    ... on ColumnSaved {\n      column {\n        ...ColumnFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n      cards\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateColumn($input: CreateColumnInput!) {\n    createColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation CreateColumn($input: CreateColumnInput!) {\n    createColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateColumn($input: UpdateColumnInput!) {\n    updateColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateColumn($input: UpdateColumnInput!) {\n    updateColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveColumn($input: MoveBoardPartInput!) {\n    moveColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation MoveColumn($input: MoveBoardPartInput!) {\n    moveColumn(input: $input) {\n      ...ColumnAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetColumnArchived($id: ID!, $archived: Boolean!) {\n    setColumnArchived(id: $id, archived: $archived) {\n      ...ColumnAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation SetColumnArchived($id: ID!, $archived: Boolean!) {\n    setColumnArchived(id: $id, archived: $archived) {\n      ...ColumnAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrashedCards($boardId: ID!, $after: ID) {\n    trashedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrashedCards($boardId: ID!, $after: ID) {\n    trashedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ArchivedCards($boardId: ID!, $after: ID) {\n    archivedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ArchivedCards($boardId: ID!, $after: ID) {\n    archivedCards(boardId: $boardId, first: 50, after: $after) {\n      nodes {\n        ...SummaryFields\n        archivedAt\n        trashedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCard($id: ID!) {\n    deleteCard(id: $id) {\n      __typename\n      ... on CardDeleted {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteCard($id: ID!) {\n    deleteCard(id: $id) {\n      __typename\n      ... on CardDeleted {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BringColumnBack($id: ID!, $archived: Boolean!) {\n    answer: setColumnArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BringColumnBack($id: ID!, $archived: Boolean!) {\n    answer: setColumnArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteColumn($id: ID!) {\n    answer: deleteColumn(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteColumn($id: ID!) {\n    answer: deleteColumn(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ArchivedLabels($boardId: ID!) {\n    archivedLabels(boardId: $boardId) {\n      ...LabelFields\n    }\n  }\n"): (typeof documents)["\n  query ArchivedLabels($boardId: ID!) {\n    archivedLabels(boardId: $boardId) {\n      ...LabelFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LabelAnswer on SaveLabelResult {\n    __typename\n    ... on LabelSaved {\n      label {\n        ...LabelFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment LabelAnswer on SaveLabelResult {\n    __typename\n    ... on LabelSaved {\n      label {\n        ...LabelFields\n      }\n    }\n    ... on BoardRefused {\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    answer: createLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation CreateLabel($input: CreateLabelInput!) {\n    answer: createLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLabel($input: UpdateLabelInput!) {\n    answer: updateLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateLabel($input: UpdateLabelInput!) {\n    answer: updateLabel(input: $input) {\n      ...LabelAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLabelArchived($id: ID!, $archived: Boolean!) {\n    answer: setLabelArchived(id: $id, archived: $archived) {\n      ...LabelAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation SetLabelArchived($id: ID!, $archived: Boolean!) {\n    answer: setLabelArchived(id: $id, archived: $archived) {\n      ...LabelAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteLabel($id: ID!) {\n    answer: deleteLabel(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteLabel($id: ID!) {\n    answer: deleteLabel(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameBoard($input: RenameBoardInput!) {\n    answer: renameBoard(input: $input) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameBoard($input: RenameBoardInput!) {\n    answer: renameBoard(input: $input) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveBoard($id: ID!, $archived: Boolean!) {\n    answer: setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveBoard($id: ID!, $archived: Boolean!) {\n    answer: setBoardArchived(id: $id, archived: $archived) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteBoard($id: ID!) {\n    answer: deleteBoard(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteBoard($id: ID!) {\n    answer: deleteBoard(id: $id) {\n      __typename\n      ... on BoardRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      cause\n      reason\n      attemptId\n      checkpointId\n      checkpointName\n      endedAt\n      confirmableUntil\n      decision\n    }\n  }\n"): (typeof documents)["\n  fragment SummaryFields on CardSummary {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n    review {\n      cause\n      reason\n      attemptId\n      checkpointId\n      checkpointName\n      endedAt\n      confirmableUntil\n      decision\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n  }\n"): (typeof documents)["\n  fragment CardFields on Card {\n    id\n    columnId\n    position\n    version\n    title\n    hasDescription\n    labelIds\n    assigneeIds\n    dueAt\n    checklistItems\n    checklistItemsDone\n    commentCount\n    createdAt\n    enteredAt\n    changedAt\n  }\n"];
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
export function graphql(source: "\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n"): (typeof documents)["\n  fragment CardAnswer on ChangeCardResult {\n    __typename\n    ... on CardSaved {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n      change {\n        id\n      }\n    }\n    ... on CardConflict {\n      card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on CardRefused {\n      refusal: reason\n      refused: card {\n        ...CardFields\n        review {\n          cause\n          reason\n          attemptId\n          checkpointId\n          checkpointName\n          endedAt\n          confirmableUntil\n          decision\n        }\n      }\n    }\n    ... on WipLimitReached {\n      columnId\n      count\n      limit\n    }\n  }\n"];
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