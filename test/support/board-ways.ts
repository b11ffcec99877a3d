import { setTimeout as sleep } from 'node:timers/promises';
import { fingerOn, mouseOver } from './board-gestures.js';
import { type Layout } from './board-page.js';
import { type OpenBoard } from './board-stage.js';

type Shown = Pick<OpenBoard, 'page' | 'board'>;

export const TODO = 'Por hacer';
export const DOING = 'En curso';
export const DONE = 'Hecho';

export const START: Layout = { [TODO]: ['Ana', 'Bea', 'Carla'], [DOING]: ['Dora', 'Eva'], [DONE]: [] };

/** Where each of the ways puts Bea. */
export const AFTER: Layout = { [TODO]: ['Ana', 'Carla'], [DOING]: ['Dora', 'Bea', 'Eva'], [DONE]: [] };

/** Each puts Bea between Dora and Eva. */
export const WAYS = {
  mouse: async ({ page, board }: Shown): Promise<void> => {
    await mouseOver(page, board.card('Bea'), board.card('Eva'));
    await page.mouse.up();
  },
  finger: async ({ page, board }: Shown): Promise<void> => {
    const finger = await fingerOn(page);
    const from = await finger.middleOf(board.card('Bea'));
    await finger.down(from);
    await sleep(400);
    await finger.glide(from, await finger.aboveOf(board.card('Eva')));
    await finger.up();
  },
  'finger on the handle': async ({ page, board }: Shown): Promise<void> => {
    const finger = await fingerOn(page);
    const from = await finger.middleOf(board.card('Bea').locator('[data-handle]'));
    await finger.down(from);
    await sleep(350);
    await finger.glide(from, await finger.aboveOf(board.card('Eva')));
    await finger.up();
  },
  keyboard: async ({ page, board }: Shown): Promise<void> => {
    await board.link('Bea').focus();
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  },
  menu: async ({ page, board }: Shown): Promise<void> => {
    await board.card('Bea').getByRole('button', { name: 'Mover «Bea»' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Columna' }).click();
    await page.getByRole('option', { name: DOING }).click();
    await dialog.getByRole('combobox', { name: 'Posición' }).click();
    await page.getByRole('option', { name: '2', exact: true }).click();
    await dialog.getByRole('button', { name: 'Mover' }).click();
  },
};
