import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { CardCommentRow } from './card-comment.entity.js';

@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  /** Also one that is deleted. */
  find(id: string): Promise<CardCommentRow | null> {
    return this.database.first(CardCommentRow, { id });
  }

  /** The oldest first. */
  of(cardId: string): Promise<CardCommentRow[]> {
    return this.database
      .repository(CardCommentRow)
      .find({ where: { cardId, deletedAt: IsNull() }, order: { id: 'ASC' } });
  }

  deletedOf(cardId: string, authorId: string): Promise<CardCommentRow[]> {
    const where = { cardId, authorId, deletedAt: Not(IsNull()) };
    return this.database.repository(CardCommentRow).find({ where, order: { id: 'ASC' } });
  }

  async insert(comment: Pick<CardCommentRow, 'id' | 'cardId' | 'authorId' | 'body'>): Promise<void> {
    await this.database.repository(CardCommentRow).insert(comment);
  }

  async edit(id: string, body: string): Promise<void> {
    await this.database.query('UPDATE card_comments SET body = $2, edited_at = now() WHERE id = $1', [id, body]);
  }

  /** The retention deletes it for good. */
  async setDeleted(id: string, deleted: boolean): Promise<void> {
    await this.database.query('UPDATE card_comments SET deleted_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
      id,
      deleted,
    ]);
  }
}
