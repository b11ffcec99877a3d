import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { readQr } from '../client/read-qr.js';
import { forgeriesOf } from './forgeries.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const signed = `${encode({ alg: 'EdDSA', kid: 'k' })}.${encode({ jti: 'card-1', exp: 2_000_000_000 })}`;
const token = `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;

function isGood(text: string): boolean {
  const [header, payload, signature = ''] = text.split('.');
  return verify(null, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
}

describe('the forgeries of the demo', () => {
  it('have no good signature, made of a card that has one', () => {
    assert.ok(isGood(token));
    for (const { name, text } of forgeriesOf(token)) assert.equal(isGood(text), false, name);
  });

  it('name the card they were made of, so that nothing but the signature is wrong', () => {
    const jwts = forgeriesOf(token).filter(({ text }) => text.split('.').length === 3);
    const read = jwts.map(
      ({ text }) => JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as object,
    );
    assert.equal(read.length, 3);
    for (const payload of read) assert.match(JSON.stringify(payload), /"jti":"card-1"/);
  });

  it('are read off their printed pictures as they were written', async () => {
    for (const { text } of forgeriesOf(token)) assert.equal(await readQr(await QRCode.toDataURL(text)), text);
  });

  it('need a picture with a QR in it', async () => {
    const grey = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'grey' } })
      .png()
      .toBuffer();
    await assert.rejects(readQr(`data:image/png;base64,${grey.toString('base64')}`), /no readable QR/);
  });
});
