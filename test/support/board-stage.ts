import assert from 'node:assert/strict';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { fromRoot } from '../../src/config/paths.js';
import { BoardOnPage, type Layout, RemoteBoard } from './board-page.js';
import { type BrowserStack, startBrowserStack } from './browser-stack.js';
import { type Credentials, openPage, signInOn, type WatchedPage } from './chromium.js';
import { type Stack } from './stack.js';
import { addUser, type TestUser } from './users.js';
import { until } from './until.js';

const PASSWORD = 'purple monkey dishwasher';

export interface OpenBoard extends WatchedPage {
  readonly board: BoardOnPage;
}

export interface OpenOptions extends BrowserContextOptions {
  readonly language?: 'es' | 'en';
}

/** A running stack with a browser, and boards in it. */
export class BoardStage {
  private boards = 0;

  private constructor(
    private readonly running: BrowserStack,
    readonly admin: ApiClient,
    readonly operator: TestUser,
  ) {}

  static async start(): Promise<BoardStage> {
    const running = await startBrowserStack();
    const { stack } = running;
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    const operator = await addUser(admin, 'OPERATOR', PASSWORD, 'Olga Pérez');
    return new BoardStage(running, admin, operator);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  get stack(): Stack {
    return this.running.stack;
  }

  get browser(): Browser {
    return this.running.browser;
  }

  newBoard(layout: Layout): Promise<RemoteBoard> {
    return RemoteBoard.create(this.admin, `Tablero ${++this.boards}`, layout);
  }

  userWith(role: string): Promise<TestUser> {
    return addUser(this.admin, role, PASSWORD, `Persona ${role}`);
  }

  /** A place of the board's surface, after signing in. */
  async at(place: string, user: Credentials, { language = 'es', ...options }: OpenOptions = {}): Promise<OpenBoard> {
    const watched = await openPage(this.browser, { viewport: { width: 1280, height: 800 }, ...options });
    const { page } = watched;
    await page.addInitScript({ path: fromRoot('test/support/board-watch.js') });
    await page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
    await page.goto(`${this.running.url}/board${place}`);
    await signInOn(page, user);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { ...watched, board: new BoardOnPage(page) };
  }

  /** Somebody who looks at a board. */
  async open(remote: RemoteBoard, options: OpenOptions = {}, user: Credentials = this.operator): Promise<OpenBoard> {
    const opened = await this.at(`/${remote.id}`, user, options);
    await opened.page.locator('[data-lanes]').waitFor();
    return opened;
  }
}

export async function untilLayout(of: { layout(): Promise<Layout> }, layout: Layout): Promise<void> {
  let seen: Layout = {};
  try {
    await until(async () => JSON.stringify((seen = await of.layout())) === JSON.stringify(layout));
  } catch {
    assert.deepEqual(seen, layout);
  }
}

/** The input of each move that a page sends from now on. */
export function movesOf(page: Page): Readonly<Record<string, unknown>>[] {
  const moves: Readonly<Record<string, unknown>>[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (!body.includes('moveCard(')) return;
    moves.push((JSON.parse(body) as { variables: { input: Readonly<Record<string, unknown>> } }).variables.input);
  });
  return moves;
}

/** What stands in a corner or in a column for a while. */
export const saying = (page: Page, text: string | RegExp) => page.getByText(text).first();

export const focusedText = (page: Page): Promise<unknown> => page.evaluate('document.activeElement.textContent');
