import {
  type BoardFieldsFragment,
  type BoardQuery,
  type ColumnFieldsFragment,
  type DeltaFieldsFragment,
  type LabelFieldsFragment,
  type SummaryFieldsFragment,
} from '../graphql/graphql';

/** A card as the board knows it; `version` goes along with every change of it. */
export type CardState = SummaryFieldsFragment;
export type ColumnState = ColumnFieldsFragment;
export type LabelState = LabelFieldsFragment;
export type MemberState = BoardQuery['boardMembers'][number];

/** A board as it is shown: what the server said, with the moves on top that it has not answered yet. */
export interface BoardState {
  readonly board: BoardFieldsFragment;
  /** From left to right, without those in the archive. */
  readonly columns: readonly ColumnState[];
  readonly archivedColumns: readonly ColumnState[];
  readonly labels: ReadonlyMap<string, LabelState>;
  /** Everybody whose name can stand on a card. */
  readonly members: ReadonlyMap<string, MemberState>;
  /** Every open card. */
  readonly cards: ReadonlyMap<string, CardState>;
  /** The cards of each column, from top to bottom. A column that did not change keeps its list. */
  readonly lanes: ReadonlyMap<string, readonly CardState[]>;
}

/** What the server said last. */
export interface ServerState extends Omit<BoardState, 'lanes' | 'columns' | 'archivedColumns'> {
  readonly sequence: number;
  readonly allColumns: readonly ColumnState[];
  /** Cards that left the board: an older answer about one does not bring it back. */
  readonly removed: ReadonlySet<string>;
}

/** The card that is below another, or on top (null). */
export interface Place {
  readonly columnId: string;
  readonly afterCardId: string | null;
}

/** A move that was made here and that the server has not answered yet. */
export interface PendingMove extends Place {
  readonly cardId: string;
}

export function serverStateOf({ board: view, boardMembers }: BoardQuery): ServerState {
  return {
    sequence: view.sequence,
    board: view.board,
    allColumns: view.columns,
    labels: byId(view.labels),
    members: byId(boardMembers),
    cards: byId(view.cards),
    removed: new Set(),
  };
}

/** A delta was read later than what it follows; a card in it may still be older than our own answer about that card. */
export function withDelta(state: ServerState, delta: DeltaFieldsFragment): ServerState {
  return {
    ...state,
    sequence: Math.max(state.sequence, delta.sequence),
    board: delta.board ?? state.board,
    allColumns: delta.columns ?? state.allColumns,
    labels: delta.labels === null ? state.labels : byId(delta.labels),
    cards: withCards(state.cards, delta.cards, delta.removedCardIds),
    removed: removedOf(state, delta),
  };
}

function removedOf({ removed }: ServerState, delta: DeltaFieldsFragment): ReadonlySet<string> {
  const ids = new Set([...removed, ...delta.removedCardIds]);
  for (const { id } of delta.cards) ids.delete(id);
  return ids;
}

/** The answer to a change made here. Of the same version the board has heard before, and maybe of a later place in it. */
export function withAnswer(state: ServerState, card: CardState): ServerState {
  const known = state.cards.get(card.id);
  const isOld = known === undefined ? state.removed.has(card.id) : known.version >= card.version;
  if (isOld) return state;
  if (card.position === null) return { ...state, cards: withCards(state.cards, [], [card.id]) };
  return { ...state, cards: withCards(state.cards, [card], []) };
}

function withCards(
  known: ReadonlyMap<string, CardState>,
  changed: readonly CardState[],
  removed: readonly string[],
): ReadonlyMap<string, CardState> {
  if (changed.length === 0 && removed.length === 0) return known;
  const cards = new Map(known);
  for (const card of changed) if ((cards.get(card.id)?.version ?? 0) <= card.version) cards.set(card.id, card);
  for (const id of removed) cards.delete(id);
  return cards;
}

/** @param before what was shown, so that columns without a change keep their lists */
export function shownState(server: ServerState, moves: readonly PendingMove[], before?: BoardState): BoardState {
  const { allColumns, board, labels, members, cards } = server;
  const columns = inOrder(allColumns.filter(({ archivedAt }) => archivedAt === null));
  const lanes = new Map(columns.map(({ id }) => [id, [] as CardState[]]));
  for (const card of inOrder([...cards.values()])) lanes.get(card.columnId)?.push(card);
  for (const move of moves) put(lanes, move);
  return {
    board,
    labels,
    members,
    cards,
    columns: unlessSame(before?.columns, columns),
    archivedColumns: inOrder(allColumns.filter(({ archivedAt }) => archivedAt !== null)),
    lanes: new Map([...lanes].map(([id, lane]) => [id, unlessSame(before?.lanes.get(id), lane)])),
  };
}

/** Where the card above has gone elsewhere meanwhile, the place is the end of the column. */
function put(lanes: Map<string, CardState[]>, { cardId, columnId, afterCardId }: PendingMove): void {
  const to = lanes.get(columnId);
  const from = [...lanes.values()].find((lane) => lane.some(({ id }) => id === cardId));
  if (from === undefined || to === undefined) return;
  const [card] = from.splice(
    from.findIndex(({ id }) => id === cardId),
    1,
  );
  const above = to.findIndex(({ id }) => id === afterCardId);
  to.splice(afterCardId === null ? 0 : above === -1 ? to.length : above + 1, 0, card!);
}

/** The position is null for what is in no column; none of it is here. */
const inOrder = <T extends { readonly position: number | null }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));

const unlessSame = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before?.length === now.length && before.every((item, index) => item === now[index]) ? before : now;

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
