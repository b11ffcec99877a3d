import { type TokenSigner } from '../crypto/token-signer.js';

export type CapturePurpose = 'enrolment' | 'validation';

export interface CaptureTicket {
  readonly token: string;
  readonly expiresAt: Date;
}

export type TicketCheck =
  | { readonly ok: true; readonly purpose: CapturePurpose; readonly subjectId: string }
  | { readonly ok: false; readonly reason: 'EXPIRED' | 'INVALID' };

/** Tickets to upload the frames of one enrolment or one attempt, once; the subject's state says whether it was used. */
export class CaptureTickets {
  constructor(private readonly signer: TokenSigner) {}

  async issue(purpose: CapturePurpose, subjectId: string, expiresAt: Date): Promise<CaptureTicket> {
    return { token: await this.signer.sign({ sub: subjectId, purpose }, new Date(), expiresAt), expiresAt };
  }

  async check(token: string): Promise<TicketCheck> {
    const verified = await this.signer.verify(token);
    if (!verified.ok) return verified;
    const { sub, purpose } = verified.claims as { sub?: string; purpose?: unknown };
    if (sub === undefined || (purpose !== 'enrolment' && purpose !== 'validation'))
      return { ok: false, reason: 'INVALID' };
    return { ok: true, purpose, subjectId: sub };
  }
}
