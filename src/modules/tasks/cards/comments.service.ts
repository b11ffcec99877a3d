import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { CardChanging } from './card-changing.service.js';
import { type CardCommentRow } from './card-comment.entity.js';
import { type AddCommentInput, type EditCommentInput } from './card.inputs.js';
import { CardsRepository } from './cards.repository.js';
import { CommentsRepository } from './comments.repository.js';

@Injectable()
export class CommentsService {
  constructor(
    private readonly changing: CardChanging,
    private readonly cards: CardsRepository,
    private readonly comments: CommentsRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /** @throws NotFoundError */
  add(input: AddCommentInput, actor: Actor): Promise<CardCommentRow> {
    const { idempotencyKey: key, ...asked } = input;
    return this.changing.at(asked.cardId, async () => {
      const id = uuidv7();
      const request = { actorId: actor.id, operation: 'addComment', key, input: asked };
      const earlier = await this.idempotency.claim(request, id);
      if (earlier !== undefined) return this.get(earlier);
      await this.comments.insert({ id, ...asked, authorId: actor.id });
      await this.cards.countComments(asked.cardId, 1);
      return this.get(id);
    });
  }

  /** @throws NotFoundError; ForbiddenError when it is somebody else's */
  async edit({ id, body }: EditCommentInput, actor: Actor): Promise<CardCommentRow> {
    const { cardId } = await this.own(id, actor);
    return this.changing.at(cardId, async () => {
      await this.get(id);
      await this.comments.edit(id, body);
      await this.cards.countComments(cardId, 0);
      return this.get(id);
    });
  }

  /** @returns false when it was gone. @throws ForbiddenError when it is somebody else's */
  async delete(id: string, actor: Actor): Promise<boolean> {
    if ((await this.comments.find(id)) === null) return false;
    return this.setDeleted(id, true, actor);
  }

  /** @throws NotFoundError when it is gone for good; ForbiddenError when it is somebody else's */
  async restore(id: string, actor: Actor): Promise<CardCommentRow> {
    await this.setDeleted(id, false, actor);
    return this.get(id);
  }

  /** @returns false when it was so already */
  private async setDeleted(id: string, deleted: boolean, actor: Actor): Promise<boolean> {
    const { cardId } = await this.own(id, actor);
    return this.changing.at(cardId, async () => {
      const { deletedAt } = await this.own(id, actor);
      if ((deletedAt !== null) === deleted) return false;
      await this.comments.setDeleted(id, deleted);
      await this.cards.countComments(cardId, deleted ? -1 : 1);
      return true;
    });
  }

  /** Also one that is deleted. */
  private async own(id: string, actor: Actor): Promise<CardCommentRow> {
    const comment = await this.comments.find(id);
    if (comment === null) throw new NotFoundError('Comment');
    if (comment.authorId !== actor.id) throw new ForbiddenError('This comment is somebody else’s.');
    return comment;
  }

  private async get(id: string): Promise<CardCommentRow> {
    const comment = await this.comments.find(id);
    if (comment?.deletedAt !== null) throw new NotFoundError('Comment');
    return comment;
  }
}
