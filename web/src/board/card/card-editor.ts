import { type Client, type TypedDocumentNode } from 'urql';
import {
  type CardAtVersionInput,
  type SaidFragment,
  type SetChecklistsInput,
  type UpdateCardInput,
} from '../graphql/graphql';
import { type BoardLive } from '../store/board-live';
import { type CardState } from '../store/board-store';
import { type EditAnswer } from './whole-card';
import { SET_CHECKLISTS, TICK, UNDO_CHANGE, UPDATE_CARD } from './documents';

/** A card as it was seen last: what a change of it starts from. */
export type Seen = CardState & SaidFragment;

export type Change =
  | { readonly kind: 'CARD'; readonly fields: Omit<UpdateCardInput, 'cardId' | 'expectedVersion'> }
  | { readonly kind: 'CHECKLISTS'; readonly checklists: SetChecklistsInput['checklists'] };

/** CONFLICT: what was to be changed is not what it was; nothing was sent, or nothing was changed. */
export type Edited = 'DONE' | 'CONFLICT' | 'NOT_DONE';

interface Answer {
  readonly answer: EditAnswer;
}
/** Undefined when it failed, which was said. */
type Sent = Answer | undefined;

/** So often somebody else may be faster before we give up. */
const TRIES = 5;

/**
 * Changes one card, one change after the other, each on the version that was seen last. Where somebody else was faster, the change
 * is made again on the card as it is then: two who change different things do not meet.
 */
export class CardEditor {
  private seen: Seen | undefined;

  constructor(
    private readonly client: Client,
    private readonly live: BoardLive,
    private readonly cardId: string,
  ) {}

  readonly see = (card: Seen): void => {
    if (this.seen === undefined || this.seen.version <= card.version) this.seen = card;
  };

  /** @param changeOf makes the change from the card as it is; CONFLICT where it can't be made any more @param done in words */
  readonly edit = (changeOf: (seen: Seen) => Change | 'CONFLICT', done: string): Promise<Edited> =>
    this.again((seen) => {
      const change = changeOf(seen);
      return change === 'CONFLICT' ? change : () => this.send(change, seen.version);
    }, done);

  /** For what changes the whole card, such as archiving it. */
  readonly act = (document: TypedDocumentNode<Answer, { input: CardAtVersionInput }>, done: string): Promise<Edited> =>
    this.again(
      ({ version }) =>
        () =>
          this.ask(document, { input: { cardId: this.cardId, expectedVersion: version } }),
      done,
    );

  readonly tick = (itemId: string, isDone: boolean, done: string): Promise<Edited> =>
    this.again(() => () => this.ask(TICK, { input: { cardId: this.cardId, itemId, done: isDone } }), done);

  /** Takes back a change of the history. It is no change of ours that Ctrl+Z would take back. @param done what it was, in words */
  readonly undo = async (changeId: string, done: string): Promise<void> => {
    const input = { cardId: this.cardId, changeId };
    const { data, error } = await this.client.mutation(UNDO_CHANGE, { input });
    if (error !== undefined) this.live.say({ kind: 'FAILED', error });
    else if (data!.answer.__typename === 'CardSaved') this.live.say({ kind: 'UNDONE', done });
    else this.live.take(data!.answer, done);
  };

  private again(sendingOf: (seen: Seen) => 'CONFLICT' | (() => Promise<Sent>), done: string): Promise<Edited> {
    return this.live.inTurn(async (): Promise<Edited> => {
      for (let tried = 0; tried < TRIES; tried++) {
        const sending = sendingOf(this.seen!);
        if (sending === 'CONFLICT') return sending;
        const sent = await sending();
        if (sent === undefined) return 'NOT_DONE';
        const { answer } = sent;
        if (answer.__typename === 'CardSaved' || answer.__typename === 'CardConflict') this.see(answer.card);
        if (answer.__typename !== 'CardConflict') return this.live.take(answer, done) ? 'DONE' : 'NOT_DONE';
      }
      return 'CONFLICT';
    });
  }

  private send(change: Change, expectedVersion: number): Promise<Sent> {
    const at = { cardId: this.cardId, expectedVersion };
    return change.kind === 'CARD'
      ? this.ask(UPDATE_CARD, { input: { ...change.fields, ...at } })
      : this.ask(SET_CHECKLISTS, { input: { checklists: change.checklists, ...at } });
  }

  private async ask<Variables extends object>(
    document: TypedDocumentNode<Answer, Variables>,
    variables: Variables,
  ): Promise<Sent> {
    const { data, error } = await this.client.mutation(document, variables);
    if (error === undefined) return data;
    this.live.say({ kind: 'FAILED', error });
    return undefined;
  }
}
