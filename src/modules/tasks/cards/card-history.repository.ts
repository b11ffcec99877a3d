import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { Database } from '../../../platform/database/database.js';
import { CardChangeRow } from './card-change.entity.js';

export type NewCardChange = Pick<CardChangeRow, 'cardId' | 'kind' | 'actorId' | 'before'> &
  Partial<Pick<CardChangeRow, 'undoes'>>;

/** So many are shown. */
const SHOWN = 50;

/** What was changed on a card, and what takes it back. */
@Injectable()
export class CardHistory {
  constructor(private readonly database: Database) {}

  /** Of the version that the card has now. */
  async add({ cardId, kind, actorId, before, undoes = null }: NewCardChange): Promise<CardChangeRow> {
    const id = uuidv7();
    await this.database.query(
      `INSERT INTO card_changes (id, card_id, version, column_id, kind, actor_id, before, undoes)
       SELECT $1, card.id, card.version, card.column_id, $3, $4, $5, $6 FROM cards AS card WHERE card.id = $2`,
      [id, cardId, kind, actorId, before === null ? null : JSON.stringify(before), undoes],
    );
    return this.database.repository(CardChangeRow).findOneByOrFail({ id });
  }

  /** The latest change that is in force: neither an undoing nor undone. */
  latest(cardId: string): Promise<CardChangeRow | null> {
    return this.database
      .repository(CardChangeRow)
      .createQueryBuilder('change')
      .where('change.card_id = :cardId AND change.undoes IS NULL AND NOT change.undone', { cardId })
      .orderBy('change.version', 'DESC')
      .getOne();
  }

  async markUndone(id: string): Promise<void> {
    await this.database.query('UPDATE card_changes SET undone = true WHERE id = $1', [id]);
  }

  /** The latest first. */
  of(cardId: string): Promise<CardChangeRow[]> {
    return this.database.repository(CardChangeRow).find({ where: { cardId }, order: { version: 'DESC' }, take: SHOWN });
  }
}
