import assert from 'node:assert/strict';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { ApiClient } from '../../scripts/client/api-client.js';
import { postCapture, upload } from '../../scripts/client/upload.js';
import { Desk, type OpenedValidation } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

describe('uploads', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let desk: Desk;
  let faces: Frames;
  let checkpointId: string;
  let card: string;
  let opened: OpenedValidation;

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    const settings = { CAPTURE_MAX_FRAME_BYTES: '400000' };
    stack = await startStack({ databaseUrl: database.url, settings });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    checkpointId = await desk.checkpoint();
    ({ card } = await desk.enrol(faces.genuine));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });
  beforeEach(async () => {
    // Of the test before: they go right after the final state.
    await until(async () => (await database.query('SELECT 1 FROM capture_frames')).length === 0);
    opened = await desk.open(checkpointId, card);
  });

  const refused: [name: string, status: number, reason: string, parts: () => Promise<(Buffer | string)[]>][] = [
    ['text', 400, 'NOT_AN_IMAGE', () => Promise.resolve([Buffer.from('I am a face')])],
    ['a GIF', 400, 'FORMAT_NOT_ACCEPTED', async () => [await blank().gif().toBuffer()]],
    [
      'an SVG',
      400,
      'FORMAT_NOT_ACCEPTED',
      () => Promise.resolve([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')]),
    ],
    ['an animated WebP', 400, 'ANIMATED', async () => [await animatedWebp()]],
    ['20,000 × 20,000 pixels in some kB', 400, 'TOO_MANY_PIXELS', () => Promise.resolve([hugePng(20_000)])],
    ['a thumbnail', 400, 'TOO_FEW_PIXELS', async () => [await blank(20).jpeg().toBuffer()]],
    ['a file over the limit', 413, 'FRAME_TOO_LARGE', () => Promise.resolve([Buffer.alloc(400_001, 1)])],
    ['nine frames', 400, 'TOO_MANY_FRAMES', () => Promise.resolve(Array.from({ length: 9 }, () => faces.probe))],
    ['an empty form', 400, 'NO_FRAMES', () => Promise.resolve([])],
    ['an empty frame', 400, 'NO_FRAMES', () => Promise.resolve([Buffer.alloc(0)])],
    ['times after the frames', 400, 'FIELD_ORDER', () => Promise.resolve([faces.probe, '[1]'])],
    ['times for other frames', 400, 'BAD_CAPTURE_TIMES', () => Promise.resolve(['[1,2]', faces.probe])],
    ['times out of order', 400, 'BAD_CAPTURE_TIMES', () => Promise.resolve(['[2,1]', faces.probe, faces.probe])],
    [
      'one good frame and one bad',
      400,
      'NOT_AN_IMAGE',
      () => Promise.resolve([faces.probe, Buffer.from('x'.repeat(99))]),
    ],
  ];
  for (const [name, status, reason, parts] of refused) {
    it(`refuses ${name} with ${reason}, keeps nothing, and the ticket stays good`, async () => {
      const answer = await upload(stack.api.url, opened.capture.token, await parts());
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.details?.['reason']],
        [status, 'BAD_USER_INPUT', reason],
      );
      assert.deepEqual(await database.query('SELECT id FROM capture_frames'), []);
      const good = await upload(stack.api.url, opened.capture.token, ['[1]', faces.probe]);
      assert.deepEqual([good.status, good.body.id], [202, opened.attempt.id]);
      assert.equal((await desk.states(opened.attempt.id)).at(-1)?.state, 'ACCEPTED');
    });
  }

  it('refuses a body that is not a form, and a form that breaks off', async () => {
    const notAForm = await postCapture(stack.api.url, opened.capture.token, 'frame=1');
    assert.deepEqual([notAForm.status, notAForm.body.details?.['reason']], [400, 'NOT_MULTIPART']);
    const broken = await fetch(`${stack.api.url}/captures`, {
      method: 'POST',
      headers: { authorization: `Bearer ${opened.capture.token}`, 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="frame"; filename="f.jpg"\r\n\r\nhalf',
    });
    const body = (await broken.json()) as { details: { reason: string } };
    assert.deepEqual([broken.status, body.details.reason], [400, 'INCOMPLETE']);
  });

  it('takes frames once, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => upload(stack.api.url, opened.capture.token, [faces.probe])),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [202, ...Array.from({ length: 7 }, () => 409)]);
    assert.equal((await desk.states(opened.attempt.id)).at(-1)?.state, 'ACCEPTED');
    const late = await upload(stack.api.url, opened.capture.token, [faces.probe]);
    assert.deepEqual([late.status, late.body.details?.['reason']], [409, 'NOT_AWAITED']);
  });

  it('takes no ticket but its own', async () => {
    const [header = '', payload = '', signature = ''] = opened.capture.token.split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace(opened.attempt.id, crypto.randomUUID());
    const forged = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
    for (const token of [forged, card, 'nonsense', '']) {
      const answer = await upload(stack.api.url, token, [faces.probe]);
      assert.deepEqual([answer.status, answer.body.code], [401, 'UNAUTHENTICATED'], token.slice(0, 8));
    }
  });

  it('leaves the connection to the next request, for as long as a client keeps it, after a form that it refused half-way', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const frame = Buffer.alloc(300_000, 1).toString('latin1');
    const part = (name: string, text: string) => `--b\r\nContent-Disposition: form-data; name="${name}"${text}\r\n`;
    const body = `${part('nothing', '\r\n\r\nx')}${part('frame', `; filename="f"\r\n\r\n${frame}`)}--b--\r\n`;
    const send = (path: string, method: string, text = '') =>
      new Promise<{ status: number | undefined; port: number | undefined }>((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${opened.capture.token}`,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': Buffer.byteLength(text, 'latin1'),
        };
        const request = http.request(`${stack.api.url}${path}`, { agent, method, headers }, (response) => {
          const port = response.socket.localPort;
          response.resume().once('end', () => {
            resolve({ status: response.statusCode, port });
          });
        });
        request.once('error', reject).end(text, 'latin1');
      });
    try {
      const refused = await send('/captures', 'POST', body);
      assert.equal(refused.status, 400);
      await sleep(2_500);
      assert.deepEqual(await send('/health/live', 'GET'), { status: 200, port: refused.port });
    } finally {
      agent.destroy();
    }
  });

  it('does not hang on the rest of a body that it refuses', async () => {
    const big = Array.from({ length: 8 }, () => Buffer.alloc(390_000, 1));
    const answer = await upload(stack.api.url, 'nonsense', big).catch(() => ({ status: 401 }));
    assert.equal(answer.status, 401);
  });

  const blank = (size = 200) =>
    sharp({ create: { width: size, height: size, channels: 3, background: { r: 90, g: 120, b: 90 } } });

  const animatedWebp = async (): Promise<Buffer> => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 100, height: 100, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    return sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
  };
});

/** A PNG of `side` × `side` black pixels: a few kB of file, gigabytes when decoded. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit, greyscale
  const pixels = deflateSync(Buffer.alloc((side / 8 + 1) * 64));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
