import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { type Actor, mayAct, Permission } from '../../auth/index.js';
import { AttemptFacts } from '../../validation/index.js';
import { type ReviewRow } from '../reviews/review.entity.js';
import { reviewOf } from '../reviews/review-view.js';
import { ReviewsRepository } from '../reviews/reviews.repository.js';
import { type Card, type CardChange, type CardComment, type CardSummary } from './card.type.js';
import { cardChangeOf } from './card-change-view.js';
import { CardHistory } from './card-history.repository.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';
import { CommentsRepository } from './comments.repository.js';
import { wordsOf } from './words.js';

type PageOfBoard = PageArgs & { readonly boardId: string };

/** Cards as they are shown: with their review, where it was, and whose it is to those who may know. Three statements more, for any number. */
@Injectable()
export class CardReading {
  constructor(
    private readonly cards: CardsRepository,
    private readonly reviews: ReviewsRepository,
    private readonly attempts: AttemptFacts,
    private readonly history: CardHistory,
    private readonly remarks: CommentsRepository,
  ) {}

  /** @throws NotFoundError */
  async get(id: string, actor: Actor): Promise<Card> {
    const card = await this.cards.find(id);
    if (card === undefined) throw new NotFoundError('Card');
    const [whole] = await this.withReviews([card], actor);
    return whole as Card;
  }

  async openOf(boardId: string, actor: Actor): Promise<CardSummary[]> {
    return this.withReviews(await this.cards.openOf(boardId), actor);
  }

  async openAmong(boardId: string, ids: readonly string[], actor: Actor): Promise<CardSummary[]> {
    return ids.length === 0 ? [] : this.withReviews(await this.cards.openAmong(boardId, ids), actor);
  }

  archived({ boardId, ...page }: PageOfBoard, actor: Actor): Promise<Page<CardSummary>> {
    return this.page(boardId, 'archived', page, actor);
  }

  trashed({ boardId, ...page }: PageOfBoard, actor: Actor): Promise<Page<CardSummary>> {
    return this.page(boardId, 'trashed', page, actor);
  }

  comments(cardId: string): Promise<CardComment[]> {
    return this.remarks.of(cardId);
  }

  /** Those of the actor that can be had again. */
  deletedComments(cardId: string, actor: Actor): Promise<CardComment[]> {
    return this.remarks.deletedOf(cardId, actor.id);
  }

  async changes(cardId: string): Promise<CardChange[]> {
    return (await this.history.of(cardId)).map(cardChangeOf);
  }

  /** Which open cards of the board say all the words of `text` in their title or description. */
  matching({ boardId, text }: { readonly boardId: string; readonly text: string }): Promise<string[]> {
    return this.cards.matching(boardId, wordsOf(text));
  }

  private async page(
    boardId: string,
    where: 'archived' | 'trashed',
    args: PageArgs,
    actor: Actor,
  ): Promise<Page<CardSummary>> {
    const { nodes, pageInfo } = await this.cards.page(boardId, where, args);
    return { nodes: await this.withReviews(nodes, actor), pageInfo };
  }

  private async withReviews<Record extends CardRecord>(
    cards: readonly Record[],
    actor: Actor,
  ): Promise<(Record & CardSummary)[]> {
    const reviews = await this.reviews.of(cards.map(({ id }) => id));
    const [persons, checkpoints] = await Promise.all([
      this.personsOf([...reviews.values()], actor),
      this.attempts.checkpointNames([...reviews.values()].map(({ checkpointId }) => checkpointId)),
    ]);
    return cards.map((card) => {
      const review = reviews.get(card.id);
      return { ...card, review: review === undefined ? null : reviewOf(review, persons, checkpoints) };
    });
  }

  private async personsOf(reviews: readonly ReviewRow[], actor: Actor): Promise<ReadonlyMap<string, string>> {
    if (!mayAct(actor, Permission.PersonRead)) return new Map();
    return this.attempts.persons(reviews.flatMap(({ attemptId }) => attemptId ?? []));
  }
}
