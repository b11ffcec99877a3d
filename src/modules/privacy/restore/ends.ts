import { z } from 'zod';

const id = z.uuid();
const at = z.iso.datetime();

/**
 * What has ended, and must not live again because an older copy of the database is put back: ids, times and receipts, no
 * personal data. It is small, so it can be written far more often than a backup.
 */
export const endsSchema = z.object({
  format: z.literal('presente-ends-1'),
  at,
  /** The end of the audit then: says what a restored copy has lost. */
  audit: z.object({ sequence: z.string(), hash: z.hex() }),
  /** Receipts, signed. */
  erasures: z.array(z.string()),
  withdrawals: z.array(z.object({ id, at })),
  revokedCredentials: z.array(z.object({ id, at })),
  revokedDevices: z.array(z.object({ id, at, by: id })),
  /** All users: whoever lost a role or was disabled does not get back what they had. */
  users: z.array(z.object({ id, disabledAt: at.nullable(), roles: z.array(z.string()) })),
});

export type Ends = z.output<typeof endsSchema>;
