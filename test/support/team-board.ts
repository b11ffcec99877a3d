import { randomUUID } from 'node:crypto';
import { type ApiClient } from '../../scripts/client/api-client.js';

interface Identified {
  readonly id: string;
}

interface CardFields {
  readonly description?: string;
  readonly labelIds?: readonly string[];
  readonly assigneeIds?: readonly string[];
  readonly dueAt?: Date;
}

/** A board that somebody fills through the API, card by card. */
export class TeamBoard {
  private constructor(
    private readonly client: ApiClient,
    readonly id: string,
    readonly columnIds: readonly string[],
  ) {}

  static async make(client: ApiClient, name: string, columns: readonly string[]): Promise<TeamBoard> {
    const { createBoard } = await client.ask<{ createBoard: { board: Identified } }>(
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { ... on BoardSaved { board { id } } } }',
      { input: { name, columns, idempotencyKey: randomUUID() } },
    );
    const { id } = createBoard.board;
    const { board } = await client.ask<{ board: { columns: Identified[] } }>(
      'query ($id: ID!) { board(id: $id) { columns { id } } }',
      { id },
    );
    return new TeamBoard(
      client,
      id,
      board.columns.map((column) => column.id),
    );
  }

  /** At the end of the first column. @returns its id */
  async card(title: string, fields: CardFields = {}): Promise<string> {
    const input = { columnId: this.columnIds[0], title, ...fields, idempotencyKey: randomUUID() };
    const { createCard } = await this.client.ask<{ createCard: { card: Identified } }>(
      'mutation ($input: CreateCardInput!) { createCard(input: $input) { ... on CardSaved { card { id } } } }',
      { input },
    );
    return createCard.card.id;
  }

  async label(name: string, colour = 'RED'): Promise<string> {
    const input = { boardId: this.id, name, colour, idempotencyKey: randomUUID() };
    const { createLabel } = await this.client.ask<{ createLabel: { label: Identified } }>(
      'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { ... on LabelSaved { label { id } } } }',
      { input },
    );
    return createLabel.label.id;
  }

  async comment(cardId: string, body: string): Promise<void> {
    await this.client.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { cardId, body, idempotencyKey: randomUUID() },
    });
  }

  async checklist(cardId: string, title: string, items: readonly string[]): Promise<void> {
    const input = {
      cardId,
      expectedVersion: await this.versionOf(cardId),
      checklists: [{ title, items: items.map((text) => ({ text, done: false })) }],
    };
    await this.client.ask('mutation ($input: SetChecklistsInput!) { setChecklists(input: $input) { __typename } }', {
      input,
    });
  }

  /** Somebody else's change of the card. */
  async update(cardId: string, fields: CardFields & { readonly title?: string }): Promise<void> {
    const input = { cardId, expectedVersion: await this.versionOf(cardId), ...fields };
    await this.client.ask('mutation ($input: UpdateCardInput!) { updateCard(input: $input) { __typename } }', {
      input,
    });
  }

  private async versionOf(cardId: string): Promise<number> {
    const { card } = await this.client.ask<{ card: { version: number } }>(
      'query ($id: ID!) { card(id: $id) { version } }',
      { id: cardId },
    );
    return card.version;
  }
}
