import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import zlib from 'node:zlib';
import { fromRoot } from '../../config/paths.js';
import { decodeFrame, type FrameLimits, inspectFrame } from './decode.js';
import { FrameRefusedError, type FrameRefusal } from './frame-refused.error.js';
import { sharp } from './image-library.js';

const limits: FrameLimits = { maxBytes: 6_000_000, maxPixels: 25_000_000 };
const photo = () => readFile(fromRoot('node_modules/@vladmandic/face-api/demo/sample4.jpg'));

/** Left half red, right half blue. */
const redBlue = (width = 120, height = 80) =>
  sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: 'red' } }, left: 0, top: 0 },
  ]);

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** A whole and valid PNG of one colour, one bit a pixel. */
function blankPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = zlib.deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const refusedFor = (reason: FrameRefusal) => (error: unknown) => {
  assert.ok(error instanceof FrameRefusedError, String(error));
  assert.equal(error.reason, reason);
  return true;
};

/** The mean of a picture's middle column of each half. */
function halves(image: { data: Uint8Array; width: number; height: number }): [number[], number[]] {
  const at = (x: number, y: number) =>
    Array.from(image.data.subarray((y * image.width + x) * 3, (y * image.width + x) * 3 + 3));
  return [at(Math.floor(image.width / 4), image.height >> 1), at(Math.floor((3 * image.width) / 4), image.height >> 1)];
}

const near = (actual: number[], expected: number[], within = 6) => {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - (expected[index] ?? NaN)) <= within, `${actual.join()} is not about ${expected.join()}`);
  });
};

describe('the decode guard refuses', () => {
  const animation = () =>
    sharp(Buffer.alloc(100 * 200 * 3).fill(255, 100 * 100 * 3), {
      raw: { width: 100, height: 200, channels: 3, pageHeight: 100 },
    });
  const cases: { name: string; bytes: () => Promise<Buffer> | Buffer; reason: FrameRefusal }[] = [
    { name: 'no bytes', bytes: () => Buffer.alloc(0), reason: 'NOT_AN_IMAGE' },
    { name: 'text', bytes: () => Buffer.from('just some words, long enough to be a file'), reason: 'NOT_AN_IMAGE' },
    {
      name: 'HTML with an inline picture',
      bytes: () => Buffer.from('<html><svg></svg></html>'),
      reason: 'NOT_AN_IMAGE',
    },
    {
      name: 'SVG',
      bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'),
      reason: 'FORMAT_NOT_ACCEPTED',
    },
    {
      name: 'SVG after a declaration and a comment',
      bytes: () => Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- x -->\n<svg/>'),
      reason: 'FORMAT_NOT_ACCEPTED',
    },
    { name: 'GIF', bytes: () => redBlue().gif().toBuffer(), reason: 'FORMAT_NOT_ACCEPTED' },
    { name: 'TIFF', bytes: () => redBlue().tiff().toBuffer(), reason: 'FORMAT_NOT_ACCEPTED' },
    { name: 'AVIF', bytes: () => redBlue().avif({ effort: 0 }).toBuffer(), reason: 'FORMAT_NOT_ACCEPTED' },
    { name: 'PDF', bytes: () => Buffer.from('%PDF-1.7\n%âãÏÓ'), reason: 'FORMAT_NOT_ACCEPTED' },
    {
      name: 'PDF with a JPEG in it',
      bytes: async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await photo()]),
      reason: 'FORMAT_NOT_ACCEPTED',
    },
    {
      name: 'animated WebP',
      bytes: () =>
        animation()
          .webp({ delay: [50, 50] })
          .toBuffer(),
      reason: 'ANIMATED',
    },
    { name: 'a JPEG cut short', bytes: async () => (await photo()).subarray(0, 60_000), reason: 'UNREADABLE' },
    { name: 'a JPEG cut within its header', bytes: async () => (await photo()).subarray(0, 40), reason: 'UNREADABLE' },
    {
      name: 'a PNG cut short',
      bytes: async () => (await redBlue().png().toBuffer()).subarray(0, -60),
      reason: 'UNREADABLE',
    },
    {
      name: 'a WebP cut short',
      bytes: async () => (await redBlue(400, 400).webp().toBuffer()).subarray(0, -60),
      reason: 'UNREADABLE',
    },
    {
      name: 'only the signature of a PNG',
      bytes: () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      reason: 'UNREADABLE',
    },
    { name: 'SVG that says it is WebP', bytes: () => Buffer.from('RIFF\0\0\0\0WEBP<svg/>'), reason: 'UNREADABLE' },
    { name: 'a side of 63 pixels', bytes: () => redBlue(200, 63).png().toBuffer(), reason: 'TOO_FEW_PIXELS' },
    { name: 'more bytes than allowed', bytes: () => Buffer.alloc(limits.maxBytes + 1), reason: 'TOO_MANY_BYTES' },
    { name: 'more pixels than allowed', bytes: () => blankPng(5001, 5000), reason: 'TOO_MANY_PIXELS' },
  ];
  for (const { name, bytes, reason } of cases) {
    it(name, async () => {
      await assert.rejects(decodeFrame(await bytes(), limits), refusedFor(reason));
    });
  }

  it('a JPEG with damaged data', async () => {
    const bytes = Buffer.from(await photo());
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
    await assert.rejects(decodeFrame(bytes, limits), refusedFor('UNREADABLE'));
  });
});

describe('a small file that unfolds into 1.2 GB', () => {
  let bomb: Buffer;
  before(() => {
    bomb = blankPng(20_000, 20_000);
    assert.ok(bomb.length < 60_000, `${bomb.length} bytes`);
  });

  for (const guard of [inspectFrame, decodeFrame]) {
    it(`is refused by ${guard.name} before anything is decoded`, async () => {
      const rssBefore = process.memoryUsage.rss();
      await assert.rejects(guard(bomb, limits), refusedFor('TOO_MANY_PIXELS'));
      const grown = (process.memoryUsage.rss() - rssBefore) / 2 ** 20;
      assert.ok(grown < 10, `${grown.toFixed(0)} MB`);
    });
  }
});

describe('the decode guard takes', () => {
  const red = [254, 0, 0];
  const blue = [0, 0, 254];

  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`${format}, known by its content`, async () => {
      const bytes = await redBlue().toFormat(format, { quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
      assert.deepEqual(await inspectFrame(bytes, limits), { format, width: 120, height: 80 });
      const image = await decodeFrame(bytes, limits);
      assert.equal(image.data.length, 120 * 80 * 3);
      const [left, right] = halves(image);
      near(left, red, 12);
      near(right, blue, 12);
    });
  }

  it('exactly the number of pixels allowed', async () => {
    assert.equal((await inspectFrame(blankPng(5000, 5000), limits)).width, 5000);
  });

  it('a turned picture, and turns it upright', async () => {
    const turned = await redBlue(120, 80).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).rotate(90).toBuffer();
    const bytes = await sharp(turned)
      .withMetadata({ orientation: 8 })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    assert.equal((await sharp(bytes).metadata()).width, 80, 'the stored picture lies on its side');
    const { width, height } = await inspectFrame(bytes, limits);
    assert.deepEqual([width, height], [120, 80]);
    const image = await decodeFrame(bytes, limits);
    assert.deepEqual([image.width, image.height], [120, 80]);
    const [left, right] = halves(image);
    near(left, red, 12);
    near(right, blue, 12);
  });

  it('grey, and gives three channels', async () => {
    const bytes = await sharp(await redBlue().png().toBuffer())
      .flatten()
      .greyscale()
      .toColourspace('b-w')
      .png()
      .toBuffer();
    assert.equal((await sharp(bytes).metadata()).channels, 1);
    const image = await decodeFrame(bytes, limits);
    assert.equal(image.data.length, 120 * 80 * 3);
    const [left, right] = halves(image);
    for (const pixel of [left, right]) near(pixel, [pixel[0]!, pixel[0]!, pixel[0]!], 0);
    assert.notEqual(left[0], right[0]);
  });

  it('16 bits a channel, and gives 8', async () => {
    const image = await decodeFrame(await redBlue().toColourspace('rgb16').png().toBuffer(), limits);
    assert.equal(image.data.length, 120 * 80 * 3);
    near(halves(image)[0], red);
    near(halves(image)[1], blue);
  });

  it('CMYK', async () => {
    const bytes = await redBlue().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    assert.equal((await sharp(bytes).metadata()).space, 'cmyk');
    const [[red0 = 0, , blue0 = 0], [red1 = 0, , blue1 = 0]] = halves(await decodeFrame(bytes, limits));
    assert.ok(red0 > 180 && blue0 < 90 && blue1 > 100 && red1 < 110, `${red0} ${blue0} ${red1} ${blue1}`);
  });

  it('transparency, laid on white', async () => {
    const clear = sharp({
      create: { width: 100, height: 100, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    });
    const image = await decodeFrame(await clear.png().toBuffer(), limits);
    assert.equal(image.data.length, 100 * 100 * 3);
    near(halves(image)[0], [255, 255, 255], 0);
  });

  it('a picture with a page of script behind it, and keeps only the picture', async () => {
    const bytes = await photo();
    const polyglot = Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
    assert.deepEqual(await decodeFrame(polyglot, limits), await decodeFrame(bytes, limits));
  });
});
