import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs, toPage } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { CardRow } from './card.entity.js';
import { type Card, type CardSummary } from './card.type.js';

/** A card without what its review says. */
export type CardRecord = Omit<CardSummary, 'review'> & { readonly boardId: string };
export type WholeCard = Omit<Card, 'review'>;

export type NewCard = Pick<CardRow, 'id' | 'boardId' | 'columnId' | 'position' | 'title' | 'createdBy'> &
  Partial<Pick<CardRow, 'description' | 'labelIds' | 'assigneeIds' | 'dueAt'>>;

/** What a change writes; the version and the time of the change come by themselves. */
export type CardColumns = Partial<
  Pick<
    CardRow,
    | 'columnId'
    | 'position'
    | 'title'
    | 'description'
    | 'labelIds'
    | 'assigneeIds'
    | 'dueAt'
    | 'checklists'
    | 'enteredAt'
    | 'archivedAt'
    | 'trashedAt'
  >
>;

const SUMMARY = `card.id, card.board_id AS "boardId", card.column_id AS "columnId", card.position::float8 AS position,
  card.version, card.title, card.description <> '' AS "hasDescription", card.label_ids AS "labelIds",
  card.assignee_ids AS "assigneeIds", card.due_at AS "dueAt",
  jsonb_array_length(jsonb_path_query_array(card.checklists, '$[*].items[*]')) AS "checklistItems",
  jsonb_array_length(jsonb_path_query_array(card.checklists, '$[*].items[*] ? (@.done == true)')) AS "checklistItemsDone",
  card.comment_count AS "commentCount", card.created_at AS "createdAt", card.changed_at AS "changedAt",
  card.entered_at AS "enteredAt", card.archived_at AS "archivedAt", card.trashed_at AS "trashedAt"`;
const WHOLE = `${SUMMARY}, card.description, card.checklists, card.created_by AS "createdBy"`;
const OUT_OF_COLUMN = { archived: 'card.archived_at IS NOT NULL', trashed: 'card.trashed_at IS NOT NULL' } as const;

@Injectable()
export class CardsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<WholeCard | undefined> {
    const [card] = await this.database.query<WholeCard>(`SELECT ${WHOLE} FROM cards AS card WHERE id = $1`, [id]);
    return card;
  }

  /** Column by column, from top to bottom. */
  openOf(boardId: string): Promise<CardRecord[]> {
    return this.database.query<CardRecord>(
      `SELECT ${SUMMARY} FROM cards AS card JOIN board_columns AS place ON place.id = card.column_id
       WHERE card.board_id = $1 AND card.position IS NOT NULL ORDER BY place.position, card.position`,
      [boardId],
    );
  }

  openAmong(boardId: string, ids: readonly string[]): Promise<CardRecord[]> {
    return this.database.query<CardRecord>(
      `SELECT ${SUMMARY} FROM cards AS card WHERE id = ANY($2) AND board_id = $1 AND position IS NOT NULL`,
      [boardId, ids],
    );
  }

  /** @param words without accents and capitals; each of them has to be there */
  async matching(boardId: string, words: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT card.id FROM cards AS card, lower(regexp_replace(normalize(title || ' ' || description, NFD), '[\\u0300-\\u036f]', '', 'g')) AS said
       WHERE board_id = $1 AND position IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM unnest($2::text[]) AS word WHERE position(word IN said) = 0)`,
      [boardId, words],
    );
    return rows.map(({ id }) => id);
  }

  /** The newest first. */
  async page(
    boardId: string,
    where: keyof typeof OUT_OF_COLUMN,
    { first, after }: PageArgs,
  ): Promise<Page<CardRecord>> {
    const rows = await this.database.query<CardRecord>(
      `SELECT ${SUMMARY} FROM cards AS card WHERE board_id = $1 AND ${OUT_OF_COLUMN[where]} AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [boardId, after ?? null, first + 1],
    );
    return toPage(rows, first);
  }

  async insert(card: NewCard): Promise<void> {
    await this.database.repository(CardRow).insert(card);
  }

  async update(id: string, columns: CardColumns): Promise<void> {
    await this.database
      .repository(CardRow)
      .update({ id }, { ...columns, changedAt: () => 'now()', version: () => 'version + 1' });
  }

  /** @param by 1 for a new comment, -1 for one that is gone, 0 for one that changed */
  async countComments(id: string, by: -1 | 0 | 1): Promise<void> {
    await this.database.query('UPDATE cards SET comment_count = comment_count + $2 WHERE id = $1', [id, by]);
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM cards WHERE id = $1', [id]);
  }
}
