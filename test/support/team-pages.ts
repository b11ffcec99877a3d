import { randomUUID } from 'node:crypto';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { type BrowserStack, startBrowserStack } from './browser-stack.js';
import { openPage } from './chromium.js';
import { type TestDatabase } from './servers.js';
import { TeamBoard } from './team-board.js';
import { addUser, type TestUser } from './users.js';

const PASSWORD = 'purple monkey dishwasher';

type Options = Parameters<typeof openPage>[1];

/** Two colleagues and a board of theirs, each in a browser of their own. */
export class TeamPages {
  private constructor(
    private readonly running: BrowserStack,
    readonly admin: ApiClient,
    /** Of `berta`. */
    readonly client: ApiClient,
    readonly ana: TestUser,
    readonly berta: TestUser,
    readonly board: TeamBoard,
  ) {}

  static async start(): Promise<TeamPages> {
    const running = await startBrowserStack();
    const { stack } = running;
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    const ana = await addUser(admin, 'OPERATOR', PASSWORD, 'Ana Operadora');
    const berta = await addUser(admin, 'REGISTRAR', PASSWORD, 'Berta Registradora');
    const client = await ApiClient.signIn(stack.api.url, berta);
    const board = await TeamBoard.make(admin, `Secretaría ${randomUUID()}`, ['Por hacer', 'Hecho']);
    return new TeamPages(running, admin, client, ana, berta, board);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  get database(): TestDatabase {
    return this.running.database;
  }

  get browser(): Browser {
    return this.running.browser;
  }

  userWith(role: string, name: string): Promise<TestUser> {
    return addUser(this.admin, role, PASSWORD, name);
  }

  url(path: string): string {
    return `${this.running.url}/board/${this.board.id}${path}`;
  }

  /** A page at a place of the board, before anybody has signed in. */
  async open(path: string, options: Options = {}) {
    const watched = await openPage(this.browser, { viewport: { width: 1280, height: 900 }, ...options });
    await watched.page.goto(this.url(path));
    return { ...watched, dialog: watched.page.getByRole('dialog') };
  }
}

export const part = (dialog: Locator, name: string): Locator => dialog.getByRole('region', { name, exact: true });

/** Takes back what was done. @param done in words: until the answer, what was done before stands there with a way back too */
export const undoToast = (page: Page, done: string): Locator =>
  page.getByRole('status').filter({ hasText: done }).getByRole('button', { name: 'Deshacer' });
