import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { mouseOver } from '../support/board-gestures.js';
import { BoardStage, focusedText, movesOf, saying, untilLayout } from '../support/board-stage.js';
import { AFTER, DOING, DONE, START, TODO, WAYS } from '../support/board-ways.js';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { until } from '../support/until.js';

/** The server has done it, and says so only a second later. */
const answersLate = (page: Page): Promise<unknown> =>
  page.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    await sleep(1_000);
    await route.fulfill({ response: answer });
  });

describe('the pages of the board', { skip: withoutPostgres || withoutChromium }, () => {
  let stage: BoardStage;

  before(async () => {
    stage = await BoardStage.start();
  });
  after(async () => {
    await stage.stop();
  });

  it('undoes by the button and by Ctrl+Z, step by step, and says when there is nothing', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await WAYS.keyboard({ page, board });
    await untilLayout(remote, AFTER);
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await saying(page, 'Deshecho: Movida a En curso').waitFor();
    await untilLayout(board, START);
    assert.deepEqual(await remote.layout(), START);

    await board.link('Ana').focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await board.link('Dora').focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await untilLayout(remote, { [TODO]: ['Bea', 'Carla'], [DOING]: ['Eva'], [DONE]: ['Ana', 'Dora'] });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await untilLayout(remote, START);
    await untilLayout(board, START);
    await page.keyboard.press('Control+z');
    await saying(page, 'No hay nada que deshacer').waitFor();
    await page.context().close();
  });

  it('undoes what was done last, also before the server has answered to it', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await WAYS.keyboard({ page, board });
    await untilLayout(remote, AFTER);
    await saying(page, 'Movida a En curso').waitFor();
    await answersLate(page);
    await board.link('Bea').focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space', 'Control+z']) await page.keyboard.press(key);
    await saying(page, 'Deshecho: Movida a Hecho').waitFor();
    await untilLayout(remote, AFTER);
    // What others hear of it is here before the answer.
    await board.column(DONE).getByRole('button', { name: 'Añadir tarjeta' }).click();
    await page.keyboard.type('Fina');
    await page.keyboard.press('Enter');
    await board.card('Fina').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await saying(page, 'Deshecho: Tarjeta añadida').waitFor();
    await untilLayout(remote, AFTER);
    await page.context().close();
  });

  it('undoes a new card, and politely leaves what somebody changed since', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await board.column(DONE).getByRole('button', { name: 'Añadir tarjeta' }).click();
    await page.keyboard.type('n/?m y nada más');
    await page.keyboard.press('Enter');
    await board.card('n/?m y nada más').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await untilLayout(remote, START);
    await untilLayout(board, START);

    await WAYS.keyboard({ page, board });
    await untilLayout(remote, AFTER);
    await remote.move('Bea', DONE);
    await page.keyboard.press('Control+z');
    await saying(page, 'No se puede deshacer: alguien la ha cambiado después.').waitFor();
    assert.deepEqual((await remote.layout())[DONE], ['Bea']);
    await page.context().close();
  });

  for (const [language, sentence, away] of [
    ['es', 'Reconectado, 3 cambios', 'Sin conexión'],
    ['en', 'Reconnected, 3 changes', 'No connection'],
  ] as const) {
    it(`catches up after it was offline, without a reload, and says so in ${language}`, async () => {
      const remote = await stage.newBoard(START);
      const { page, board } = await stage.open(remote, { language });
      await page.evaluate('window.isSamePage = true');
      await page.context().setOffline(true);
      await page.getByText(away).first().waitFor();
      await remote.move('Ana', DONE);
      await remote.move('Carla', DOING);
      await remote.add(TODO, 'Fina');
      await sleep(5_500);
      assert.deepEqual(await board.layout(), START);
      await page.context().setOffline(false);
      await saying(page, sentence).waitFor();
      await untilLayout(board, await remote.layout());
      assert.equal(await page.evaluate('window.isSamePage'), true);
      // And it goes on to follow.
      await remote.move('Eva', DONE);
      await untilLayout(board, await remote.layout());
      await page.context().close();
    });
  }

  it('notices a server that answers no more, and that it is there again', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    stage.stack.api.kill('SIGSTOP');
    try {
      await page.getByText('Sin conexión').first().waitFor({ timeout: 20_000 });
    } finally {
      stage.stack.api.kill('SIGCONT');
    }
    await saying(page, 'Reconectado, sin cambios').waitFor();
    await remote.move('Eva', DONE);
    await untilLayout(board, await remote.layout());
    await page.context().close();
  });

  it('notices a server that takes the connection and never says a word', async () => {
    const silent = net.createServer().listen(0, '127.0.0.1');
    const taken: net.Socket[] = [];
    silent.on('connection', (socket) => taken.push(socket));
    await once(silent, 'listening');
    const remote = await stage.newBoard(START);
    const { page } = await stage.at('', stage.operator, { bypassCSP: true });
    const { port } = silent.address() as net.AddressInfo;
    await page.addInitScript(`const Real = WebSocket;
      window.WebSocket = class extends Real { constructor(_, protocols) { super('ws://127.0.0.1:${port}', protocols); } }`);
    await page.goto(new URL(`/board/${remote.id}`, page.url()).href);
    try {
      await page.getByText('Sin conexión').first().waitFor({ timeout: 20_000 });
    } finally {
      for (const socket of taken) socket.destroy();
      silent.close();
    }
    assert.ok(taken.length > 0, 'the page did try');
    await page.context().close();
  });

  it('puts a card back, and says why, when the server can’t be reached', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await page.context().setOffline(true);
    await WAYS.keyboard({ page, board });
    await saying(page, 'No se ha hecho. No hay conexión con el servidor.').waitFor();
    await untilLayout(board, START);
    await page.context().close();
  });

  it('has keys, which can be switched off and stay so on the device', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await board.link('Ana').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focusedText(page), 'Dora');
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Mover a…' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: `Título de la tarjeta nueva en ${DOING}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Teclas' });
    await keys.getByText('Mover a…').waitFor();
    await keys.getByLabel('Usar teclas sueltas').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await board.card('Ana').waitFor();
    await page.keyboard.press('?');
    await page.keyboard.press('n');
    await sleep(300);
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(await page.getByRole('textbox', { name: /Título de la tarjeta nueva/ }).count(), 0);
    await page.context().close();
  });

  it('makes a board, its columns and its limits, and takes back what was done with them', async () => {
    const { page, faults, board } = await stage.at('', stage.stack.admin);
    await page.getByRole('button', { name: 'Nuevo tablero' }).click();
    await page.getByRole('dialog').getByLabel('Nombre').fill('Secretaría');
    await page.getByRole('dialog').getByRole('button', { name: 'Nuevo tablero' }).click();
    await page.getByRole('heading', { name: 'Secretaría', level: 1 }).waitFor();
    const names = async () => Object.keys(await board.layout());
    const untilNames = (...expected: string[]) => until(async () => (await names()).join() === expected.join());
    await untilNames('Por hacer', 'En curso', 'Hecho');

    await page.getByRole('button', { name: 'Añadir columna' }).click();
    await page.getByRole('dialog').getByLabel('Nombre').fill('Espera');
    await page.getByRole('dialog').getByLabel('Límite de tarjetas').fill('4');
    await page.getByRole('dialog').getByRole('button', { name: 'Añadir columna' }).click();
    await board.column('Espera').getByText('0/4').waitFor();
    const act = async (column: string, action: string) => {
      await page.getByRole('button', { name: `Acciones de la columna ${column}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await act('Espera', 'Mover a la izquierda');
    await untilNames('Por hacer', 'En curso', 'Espera', 'Hecho');
    await act('Espera', 'Nombre y límite');
    await page.getByRole('dialog').getByLabel('Nombre').fill('Parado');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await untilNames('Por hacer', 'En curso', 'Parado', 'Hecho');
    // What others hear of it is here before the answer.
    await answersLate(page);
    await act('Parado', 'Archivar columna');
    await untilNames('Por hacer', 'En curso', 'Hecho');
    await page.keyboard.press('Control+z');
    await untilNames('Por hacer', 'En curso', 'Parado', 'Hecho');
    await page.keyboard.press('Control+z');
    await untilNames('Por hacer', 'En curso', 'Espera', 'Hecho');
    await page.keyboard.press('Control+z');
    await untilNames('Por hacer', 'En curso', 'Hecho', 'Espera');

    await page.getByRole('link', { name: 'Todos los tableros' }).click();
    await page.getByRole('button', { name: 'Archivar «Secretaría»' }).click();
    await page.getByRole('article', { name: 'Secretaría', exact: true }).waitFor({ state: 'detached' });
    await page.getByLabel('Mostrar los archivados').check();
    await page.getByRole('button', { name: 'Sacar «Secretaría» del archivo' }).click();
    await page.getByRole('article', { name: 'Secretaría', exact: true }).waitFor({ state: 'detached' });
    await page.getByLabel('Mostrar los archivados').uncheck();
    await page.getByRole('article', { name: 'Secretaría', exact: true }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('lets who only reads read', async () => {
    const remote = await stage.newBoard(START);
    const auditor = await stage.userWith('AUDITOR');
    const { page, board } = await stage.open(remote, {}, auditor);
    const sent = movesOf(page);
    assert.deepEqual(await board.layout(), START);
    assert.equal(await page.locator('[data-new-card], [data-handle], [data-action]').count(), 0);
    await mouseOver(page, board.card('Bea'), board.card('Eva'));
    await page.mouse.up();
    assert.deepEqual(sent, []);
    await page.context().close();
  });

  for (const [language, colorScheme, width] of [
    ['es', 'light', 1280],
    ['en', 'dark', 1280],
    ['es', 'dark', 360],
  ] as const) {
    it(`has nothing that axe would mend, in ${language}, ${colorScheme}, ${width} px wide`, async () => {
      const remote = await stage.newBoard(START);
      await remote.limit(DOING, 2, 'BLOCK');
      const options = { language, colorScheme, viewport: { width, height: 740 } };
      const { page, faults, board } = await stage.at('', stage.stack.admin, options);
      await page.getByRole('article').first().waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'boards');
      await page.locator(`a[href="/board/${remote.id}"]`).click();
      await board.card('Ana').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'board');
      await board.link('Ana').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      assert.deepEqual(await accessibilityFaults(page), [], 'carrying');
      await page.keyboard.press('Escape');
      await page.keyboard.press('m');
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'move to');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'keys');
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
});
