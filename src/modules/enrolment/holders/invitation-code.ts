import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[\w-]{24}$/;

/** 144 random bits in base64url: no number of tries finds one. */
export const newInvitationCode = (): string => randomBytes(18).toString('base64url');

/** What is kept of a code; undefined when it is none. With so many random bits a plain SHA-256 can't be searched. */
export const invitationCodeHash = (code: string): Buffer | undefined =>
  FORM.test(code) ? createHash('sha256').update(code).digest() : undefined;

/** Behind the `#`, so that no server on the way sees or logs it. */
export const invitationPath = (code: string): string => `/pass#code=${code}`;
