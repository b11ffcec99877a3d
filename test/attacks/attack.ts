import { type Cut } from '../../scripts/support/cut.js';
import { type Target } from './target.js';

/** How a defence is switched off. None of it is in the product: code is changed while it is loaded (`scripts/support/weaken.ts`). */
export type Weakening =
  /** In an API of its own, beside the one that stands as it ships. */
  | { readonly kind: 'api'; readonly cuts: readonly Cut[] }
  /** In an API and a worker with a database of their own. */
  | { readonly kind: 'stack'; readonly cuts: readonly Cut[] }
  /** A constraint of the database, dropped and afterwards made again as it was. */
  | { readonly kind: 'constraint'; readonly table: string; readonly constraint: string }
  /** SQL, undone afterwards. `places` names what it puts out of action. */
  | { readonly kind: 'database'; readonly places: readonly string[]; readonly off: string; readonly on: string }
  /** An API of its own with settings that ask for less. */
  | { readonly kind: 'settings'; readonly settings: Readonly<Record<string, string>> };

export interface Outcome {
  /** The attacker got what they came for. */
  readonly through: boolean;
  /** What the server answered, for the message of a test that fails. */
  readonly seen: string;
}

export interface Attack {
  /** What is done, in the words of who does it. */
  readonly name: string;
  /** What stops it. */
  readonly defence: string;
  /** Where the attack is described: OWASP, an RFC, NIST, GDPR. */
  readonly source: string;
  readonly weakening: Weakening;
  /** @throws Error when the answer is neither a refusal nor a success: then nothing was shown */
  readonly run: (target: Target) => Promise<Outcome>;
}

export interface AttackGroup {
  readonly title: string;
  readonly attacks: readonly Attack[];
  /** Beside those of every stack of tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** @throws Error when `seen` is neither of the two */
export function judge(
  seen: string | undefined,
  { stopped, through }: { readonly stopped: RegExp; readonly through: RegExp },
): Outcome {
  const text = seen ?? 'no error';
  if (stopped.test(text) === through.test(text)) throw new Error(`Neither stopped nor through: ${text}`);
  return { through: through.test(text), seen: text };
}
