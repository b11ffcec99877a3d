import { type Client, type CombinedError } from 'urql';
import { type Connection } from '../../shared/api/connection';
import { type CardAnswerFragment, type DeltaFieldsFragment } from '../graphql/graphql';
import {
  type BoardState,
  type CardState,
  type PendingMove,
  type ServerState,
  serverStateOf,
  shownState,
  withAnswer,
  withDelta,
} from './board-state';
import { BOARD, BOARD_CHANGED, BOARD_CHANGES, MOVE_CARD, UNDO_CARD_CHANGE } from './documents';
import { type Outcome, type Undoable } from './outcome';
import { POLLED } from '../../shared/api/polled';

/** How long until a server that was not reached is asked again. */
const RETRY_MS = 2_000;

/** How many steps back. */
const MAX_UNDO = 100;

export type Phase =
  | { readonly name: 'LOADING' }
  | { readonly name: 'FAILED'; readonly error: CombinedError }
  | { readonly name: 'SHOWN' };

/** A move as it was seen when the card was picked up. */
export interface Move extends PendingMove {
  readonly seenVersion: number;
}

/** Changes what is shown; the cards that this puts elsewhere may be seen on their way. */
export type Slide = (cardIds: readonly string[], change: () => void) => void;

/**
 * An open board: reads it, follows what becomes different in the order of the server, and sends what is done here, one
 * thing after the other. What is done shows at once, and goes back to where it was when the server refuses it.
 */
export class BoardLive {
  private at: Phase = { name: 'LOADING' };
  private server: ServerState | undefined;
  private now: BoardState | undefined;
  /** Not answered yet, in the order in which they were made. */
  private readonly moves = new Map<number, Move>();
  private moveCount = 0;
  /** How often each card went elsewhere. */
  private readonly journeys = new Map<string, number>();
  private sending: Promise<unknown> = Promise.resolve();
  private undoables: readonly Undoable[] = [];
  private away = false;
  private closed = false;
  /** `CARD/VERSION` of the changes made here: what was seen before one of them is not stale because of it. */
  private readonly own = new Set<string>();
  private stop: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private readonly hearers = new Set<(outcome: Outcome) => void>();

  constructor(
    private readonly client: Client,
    private readonly boardId: string,
    private readonly connection: Connection,
    private readonly slide: Slide,
  ) {}

  readonly phase = (): Phase => this.at;

  readonly isAway = (): boolean => this.away;

  /** @throws Error before the board was read */
  readonly shown = (): BoardState => {
    if (this.now === undefined) throw new Error('The board was not read yet.');
    return this.now;
  };

  /**
   * For React: a card that goes elsewhere is drawn anew there. Otherwise, where it goes up, React would take out and put back
   * every card that it passes.
   */
  readonly keyOf = (cardId: string): string => `${cardId}/${this.journeys.get(cardId) ?? 0}`;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Hears what is to be said. */
  readonly hear = (hearer: (outcome: Outcome) => void): (() => void) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  /** Reads the board and follows it. @returns what ends that */
  readonly open = (): (() => void) => {
    const unsubscribe = this.connection.onLost(() => {
      this.lose();
    });
    this.closed = false;
    void this.load();
    return () => {
      this.closed = true;
      unsubscribe();
      this.stop();
    };
  };

  readonly load = async (): Promise<boolean> => {
    const { data, error } = await this.client.query(BOARD, { id: this.boardId }, { requestPolicy: 'network-only' });
    if (error !== undefined) {
      if (this.server === undefined) this.become({ name: 'FAILED', error });
      return false;
    }
    this.server = serverStateOf(data!);
    this.at = { name: 'SHOWN' };
    this.publish();
    this.follow();
    return true;
  };

  /** Shows the move at once and sends it after what was done before. @param done in words, such as "Moved to Done" */
  readonly move = (move: Move, done: string): Promise<boolean> => {
    const key = this.moveCount++;
    this.moves.set(key, move);
    this.publish([move.cardId]);
    return this.inTurn(() => this.send(key, done));
  };

  /**
   * For the answer to any change of a card: shows the card as it is now, says what came of it, and keeps it for undo.
   * @param done in words, such as "Archived" @returns whether it was done
   */
  readonly take = (answer: CardAnswerFragment, done: string): boolean => {
    const outcome = this.settle(answer, done);
    this.publish();
    this.say(outcome);
    return outcome.kind === 'DONE';
  };

  readonly say = (outcome: Outcome): void => {
    if (outcome.kind === 'DONE' && outcome.undoable !== undefined)
      this.undoables = [...this.undoables, outcome.undoable].slice(-MAX_UNDO);
    for (const hearer of this.hearers) hearer(outcome);
  };

  /**
   * Takes back a certain thing, or what was done here last: what is still on its way to the server is waited for, and counts.
   * @returns whether there was something
   */
  readonly undo = (certain?: Undoable): Promise<boolean> =>
    this.inTurn(async () => {
      const undoable = certain ?? this.undoables.at(-1);
      if (undoable === undefined || !this.undoables.includes(undoable)) return false;
      this.undoables = this.undoables.filter((other) => other !== undoable);
      this.say(await undoable.undo());
      return true;
    });

  /** For whatever is done here and can be taken back: in the order in which it was done, so that undo finds it. */
  readonly inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = this.sending.then(work);
    this.sending = turn.catch(() => undefined);
    return turn;
  };

  private async send(key: number, done: string): Promise<boolean> {
    const { cardId, columnId, afterCardId, seenVersion } = this.moves.get(key)!;
    const expectedVersion = this.versionSince(cardId, seenVersion);
    const input = { cardId, toColumnId: columnId, afterCardId, expectedVersion };
    const { data, error } = await this.client.mutation(MOVE_CARD, { input });
    this.moves.delete(key);
    const outcome: Outcome = error === undefined ? this.settle(data!.moveCard, done) : { kind: 'FAILED', error };
    this.publish([cardId]);
    this.say(outcome);
    return outcome.kind === 'DONE';
  }

  private settle(answer: CardAnswerFragment, done: string): Outcome {
    switch (answer.__typename) {
      case 'CardSaved': {
        const { card, change } = answer;
        this.seen(card);
        this.own.add(`${card.id}/${card.version}`);
        const undoable = change === null ? undefined : { done, undo: () => this.undoChange(card.id, change.id, done) };
        return { kind: 'DONE', done, undoable };
      }
      case 'CardConflict':
        this.seen(answer.card);
        return { kind: 'CONFLICT', card: answer.card };
      case 'CardRefused':
        if (answer.refused !== null) this.seen(answer.refused);
        return { kind: 'REFUSED', reason: answer.refusal };
      case 'WipLimitReached':
        return { kind: 'FULL', columnId: answer.columnId, count: answer.count, limit: answer.limit };
    }
  }

  private seen(card: CardState): void {
    this.server &&= withAnswer(this.server, card);
  }

  /** What was seen, with what was changed here on top of it. */
  private versionSince(cardId: string, seenVersion: number): number {
    let version = seenVersion;
    while (this.own.has(`${cardId}/${version + 1}`)) version++;
    return version;
  }

  private async undoChange(cardId: string, changeId: string, done: string): Promise<Outcome> {
    const { data, error } = await this.client.mutation(UNDO_CARD_CHANGE, { input: { cardId, changeId } });
    if (error !== undefined) return { kind: 'FAILED', error };
    const outcome = this.settle(data!.undoCardChange, done);
    this.publish([cardId]);
    return outcome.kind === 'DONE' ? { kind: 'UNDONE', done } : outcome;
  }

  private follow(): void {
    this.stop();
    if (this.closed) return;
    const variables = { boardId: this.boardId, after: this.server?.sequence ?? null };
    const following = this.client.subscription(BOARD_CHANGED, variables).subscribe(({ data, error }) => {
      if (error !== undefined) this.lose();
      else if (data) void this.hearDelta(data.boardChanged);
    });
    this.stop = () => {
      following.unsubscribe();
    };
  }

  private async hearDelta(delta: DeltaFieldsFragment): Promise<void> {
    if (delta.reset) await this.load();
    else this.apply(delta);
  }

  private apply(delta: DeltaFieldsFragment): void {
    if (this.server === undefined) return;
    const before = this.server;
    this.server = withDelta(before, delta);
    const placed = delta.cards.filter(({ id, position }) => before.cards.get(id)?.position !== position);
    this.publish(placed.map(({ id }) => id));
  }

  /** From now on asks for what is missing until the server answers. */
  private lose(): void {
    if (this.away || this.server === undefined) return;
    this.away = true;
    this.stop();
    this.notify();
    this.say({ kind: 'LOST' });
    let isAsking = false;
    const again = async () => {
      if (isAsking) return;
      isAsking = true;
      await this.catchUp();
      isAsking = false;
    };
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener('online', again);
    this.stop = () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }

  private async catchUp(): Promise<void> {
    if (this.server === undefined) return;
    const variables = { boardId: this.boardId, after: this.server.sequence };
    const { data, error } = await this.client.query(BOARD_CHANGES, variables, POLLED);
    if (error !== undefined || !this.away) return;
    const { boardChanges: delta } = data!;
    if (delta.reset && !(await this.load())) return;
    this.away = false;
    if (!delta.reset) {
      this.apply(delta);
      this.follow();
    }
    this.notify();
    this.say({ kind: 'RECONNECTED', changes: changesIn(delta) });
  }

  private become(phase: Phase): void {
    this.at = phase;
    this.notify();
  }

  /** @param placed cards that may be elsewhere now */
  private publish(placed: readonly string[] = []): void {
    if (this.server === undefined) return;
    const before = this.now;
    const now = shownState(this.server, [...this.moves.values()], before);
    const moved = before === undefined ? [] : placed.filter(wentElsewhere(before, now));
    this.slide(moved, () => {
      this.now = now;
      for (const id of moved) this.journeys.set(id, (this.journeys.get(id) ?? 0) + 1);
      this.notify();
    });
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Whether a card is in another column, or below another card, than before. */
function wentElsewhere(before: BoardState, now: BoardState): (id: string) => boolean {
  const [earlier, later] = [placesIn(before), placesIn(now)];
  return (id) => earlier.has(id) && earlier.get(id) !== later.get(id);
}

const placesIn = ({ lanes }: BoardState): ReadonlyMap<string, string> =>
  new Map(
    [...lanes].flatMap(([column, lane]) => lane.map(({ id }, index) => [id, `${column}/${lane[index - 1]?.id}`])),
  );

/** What is different to the eye. */
const changesIn = ({ cards, removedCardIds, columns, labels, board }: DeltaFieldsFragment): number =>
  cards.length + removedCardIds.length + [columns, labels, board].filter((part) => part !== null).length;
