import { z } from 'zod';
import { type Environment } from '../../../config/env.js';
import { TokenSigner } from '../../../platform/crypto/token-signer.js';
import { ErasureReason } from './erasure.type.js';

const count = z.int().min(0);
const sha256 = z.hex().length(64);

const claimsSchema = z.object({
  /** Of the receipt. */
  jti: z.uuid(),
  /** Of the person. */
  sub: z.uuid(),
  erasedAt: z.iso.datetime(),
  reason: z.enum(ErasureReason),
  /** The user who asked for it; null when a retention rule did. */
  by: z.uuid().nullable(),
  erased: z.object({
    templates: count,
    consents: count,
    credentials: count,
    enrolments: count,
    /** Validations that were running. */
    attempts: count,
    /** Ended ones that lost their scores and their link to the person; older receipts do not count them. */
    validations: count.default(0),
    captures: count,
    /** Cards of the board on validations of theirs; older receipts do not count them. */
    reviews: count.default(0),
    idempotencyKeys: count,
  }),
  /** SHA-256 of the sealed bytes that must be nowhere any more. They were sealed with a random IV, so a hash tells nothing. */
  evidence: z.object({
    dataKey: sha256,
    profile: sha256,
    templates: z.array(sha256),
    templateKeys: z.array(sha256).default([]),
  }),
});

/** What a receipt says: who was erased, when, why, by whom, and what of them. */
export type ErasureClaims = z.output<typeof claimsSchema>;

/** A proof has no use-by date, and a token must have one. */
const VALID_YEARS = 100;

/** Signs receipts, and reads them again. */
export class ErasureReceipts {
  private readonly signer: TokenSigner;

  constructor({ ERASURE_RECEIPT_KEY, INSTITUTION }: Pick<Environment, 'ERASURE_RECEIPT_KEY' | 'INSTITUTION'>) {
    this.signer = new TokenSigner(ERASURE_RECEIPT_KEY, {
      issuer: INSTITUTION,
      audience: 'presente-erasure',
      type: 'presente-erasure-receipt+jwt',
    });
  }

  sign(claims: ErasureClaims): Promise<string> {
    const expiresAt = new Date(claims.erasedAt);
    expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + VALID_YEARS);
    return this.signer.sign(claims, new Date(claims.erasedAt), expiresAt);
  }

  /** Undefined when it is no receipt of this institution, or was changed. */
  async read(token: string): Promise<ErasureClaims | undefined> {
    const verified = await this.signer.verify(token.trim());
    return verified.ok ? claimsSchema.safeParse(verified.claims).data : undefined;
  }
}
