import { randomUUID } from 'node:crypto';
import { type Locator, type Page } from 'playwright-core';
import { type ApiClient } from '../../scripts/client/api-client.js';

/** Columns by name, each with the titles of its cards from top to bottom. */
export type Layout = Readonly<Record<string, readonly string[]>>;

interface ColumnRow {
  readonly id: string;
  readonly name: string;
}

export interface CardRow {
  readonly id: string;
  readonly columnId: string;
  readonly title: string;
  readonly version: number;
}

interface View {
  readonly columns: readonly ColumnRow[];
  readonly cards: readonly CardRow[];
}

/** A board on the server, as somebody has it who works with it elsewhere. */
export class RemoteBoard {
  private constructor(
    readonly id: string,
    private readonly client: ApiClient,
  ) {}

  static async create(client: ApiClient, name: string, layout: Layout): Promise<RemoteBoard> {
    const { createBoard } = await client.ask<{ createBoard: { board: { id: string } } }>(
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { ... on BoardSaved { board { id } } } }',
      { input: { name, columns: Object.keys(layout), idempotencyKey: randomUUID() } },
    );
    const board = new RemoteBoard(createBoard.board.id, client);
    const { columns } = await board.view();
    const filled = columns.map(async ({ id, name: column }) => {
      for (const title of layout[column] ?? []) await board.addTo(id, title);
    });
    await Promise.all(filled);
    return board;
  }

  /** To the end of a column. */
  async add(column: string, title: string): Promise<void> {
    await this.addTo(await this.columnId(column), title);
  }

  private async addTo(columnId: string, title: string): Promise<void> {
    const input = { columnId, title, idempotencyKey: randomUUID() };
    await this.client.ask('mutation ($input: CreateCardInput!) { createCard(input: $input) { __typename } }', {
      input,
    });
  }

  async view(): Promise<View> {
    const { board } = await this.client.ask<{ board: View }>(
      'query ($id: ID!) { board(id: $id) { columns { id name } cards { id columnId title version } } }',
      { id: this.id },
    );
    return board;
  }

  async layout(): Promise<Layout> {
    const { columns, cards } = await this.view();
    return Object.fromEntries(
      columns.map(({ id, name }) => [name, cards.filter(({ columnId }) => columnId === id).map(({ title }) => title)]),
    );
  }

  async card(title: string): Promise<CardRow> {
    const found = (await this.view()).cards.find((card) => card.title === title);
    if (found === undefined) throw new Error(`There is no card ${title}.`);
    return found;
  }

  /** Below another card, or to the top. */
  async move(title: string, column: string, above: string | null = null): Promise<void> {
    const { id, version } = await this.card(title);
    const input = {
      cardId: id,
      toColumnId: await this.columnId(column),
      afterCardId: above === null ? null : (await this.card(above)).id,
      expectedVersion: version,
    };
    const { moveCard } = await this.client.ask<{ moveCard: { __typename: string } }>(
      'mutation ($input: MoveCardInput!) { moveCard(input: $input) { __typename } }',
      { input },
    );
    if (moveCard.__typename !== 'CardSaved') throw new Error(`The move was answered with ${moveCard.__typename}.`);
  }

  async limit(column: string, wipLimit: number | null, wipMode: 'WARN' | 'BLOCK'): Promise<void> {
    const input = { id: await this.columnId(column), name: column, wipLimit, wipMode };
    await this.client.ask('mutation ($input: UpdateColumnInput!) { updateColumn(input: $input) { __typename } }', {
      input,
    });
  }

  private async columnId(name: string): Promise<string> {
    const found = (await this.view()).columns.find((column) => column.name === name);
    if (found === undefined) throw new Error(`There is no column ${name}.`);
    return found.id;
  }
}

/** The page of a board, as whoever looks at it finds things there. */
export class BoardOnPage {
  constructor(readonly page: Page) {}

  column(name: string): Locator {
    return this.page.locator('[data-lane]').and(this.page.getByRole('region', { name, exact: true }));
  }

  card(title: string): Locator {
    return this.page.locator('[data-card]').filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** What has the focus when somebody goes from card to card. */
  link(title: string): Locator {
    return this.page.getByRole('link', { name: title, exact: true });
  }

  /** In one look: a column may leave between two. */
  layout(): Promise<Layout> {
    return this.page.evaluate<Layout>(
      `Object.fromEntries([...document.querySelectorAll('[data-lane]')].map((lane) => [
        lane.getAttribute('aria-label') ?? '',
        [...lane.querySelectorAll('[data-card] a')].map((link) => link.textContent),
      ]))`,
    );
  }

  /** What screen readers were told last. */
  async announced(): Promise<string> {
    return (await this.page.locator('#board-announcements').textContent()) ?? '';
  }
}
