import { z } from 'zod';
import { runOnce } from './one-shot.js';
import { type Settings } from './settings.js';

const answer = z.discriminatedUnion('created', [
  z.object({ created: z.literal(true), email: z.string(), password: z.string() }),
  z.object({ created: z.literal(false) }),
]);

/** What to sign in with. The password is known only here: the database has its hash. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** Makes the first administrator of an installation that has no user yet; undefined when it has one. */
export async function ensureFirstAdmin(
  program: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<SignIn | undefined> {
  const printed = await runOnce('Making the first administrator', program, settings, signal);
  const { created, ...signIn } = answer.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
  return created && 'email' in signIn ? signIn : undefined;
}
