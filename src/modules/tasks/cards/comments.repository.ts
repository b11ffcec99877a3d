import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { CardCommentRow } from './card-comment.entity.js';

@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<CardCommentRow | null> {
    return this.database.first(CardCommentRow, { id });
  }

  /** The oldest first. */
  of(cardId: string): Promise<CardCommentRow[]> {
    return this.database.repository(CardCommentRow).find({ where: { cardId }, order: { id: 'ASC' } });
  }

  async insert(comment: Pick<CardCommentRow, 'id' | 'cardId' | 'authorId' | 'body'>): Promise<void> {
    await this.database.repository(CardCommentRow).insert(comment);
  }

  async edit(id: string, body: string): Promise<void> {
    await this.database.query('UPDATE card_comments SET body = $2, edited_at = now() WHERE id = $1', [id, body]);
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM card_comments WHERE id = $1', [id]);
  }
}
