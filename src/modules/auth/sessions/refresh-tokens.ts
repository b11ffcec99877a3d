import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { open, seal } from '../../../platform/crypto/aead.js';

const FORM = /^[\w-]{43}$/;

/** 256 random bits in base64url. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

export const isRefreshToken = (text: string): boolean => FORM.test(text);

/** What is kept of a token. With 256 random bits a plain SHA-256 can't be searched for what it came from. */
export const refreshTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A key that is known to whoever holds the token and to nobody who holds its hash (RFC 5869). */
const keyOf = (token: string): Buffer =>
  Buffer.from(hkdfSync('sha256', token, '', 'presente refresh-token successor', 32));

const binding = (sessionId: string) => ['refresh-token successor', sessionId];

/** Seals `successor` so that only who shows `token` again can have it. */
export const sealSuccessor = (token: string, successor: string, sessionId: string): Buffer =>
  seal(keyOf(token), Buffer.from(successor), binding(sessionId));

/** @throws SealBrokenError */
export const openSuccessor = (token: string, sealed: Buffer, sessionId: string): string =>
  open(keyOf(token), sealed, binding(sessionId)).toString();
