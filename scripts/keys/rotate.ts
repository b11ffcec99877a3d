import { SealBrokenError } from '../../src/platform/crypto/aead.js';
import { UnknownKekError } from '../../src/platform/crypto/key-encryption.js';
import { type DataKeys } from '../../src/platform/crypto/data-keys.repository.js';

const BATCH = 200;

export interface RotationOptions {
  /** Opens every key that would be wrapped anew, and writes nothing. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

export interface Rotated {
  readonly done: number;
  /** Subjects whose key does not open. */
  readonly broken: readonly string[];
  /** Data keys that another than the current key still wraps. */
  readonly left: number;
}

/**
 * Wraps every data key anew under the current key-encryption key, in batches, while all runs. What is done stays done:
 * stopped and started again it goes on with the rest.
 */
export async function rotate(dataKeys: DataKeys, kekId: string, { dryRun, say }: RotationOptions): Promise<Rotated> {
  const total = others(await dataKeys.uses(), kekId);
  say(`${total} data keys are to be wrapped by ${kekId}${dryRun ? ' (dry run)' : ''}.`);
  const broken: string[] = [];
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const rows = await dataKeys.outdated(after, BATCH);
    if (rows.length === 0) break;
    for (const row of rows) {
      await dataKeys.rewrap(row, !dryRun).then(
        () => done++,
        (error: unknown) => {
          // A service that is away would fail for all the others too.
          if (!(error instanceof SealBrokenError || error instanceof UnknownKekError)) throw error;
          broken.push(row.subjectId);
        },
      );
    }
    after = rows.at(-1)?.subjectId ?? null;
    say(`  ${done} of ${total}${broken.length > 0 ? `, ${broken.length} do not open` : ''}`);
  }
  const uses = await dataKeys.uses();
  for (const use of uses) say(`${use.kekId}${use.kekId === kekId ? ' (current)' : ''}: ${use.count} data keys`);
  for (const subject of broken)
    say(`The key of ${subject} does not open: it was changed, or its key-encryption key is not configured.`);
  return { done, broken, left: others(uses, kekId) };
}

const others = (uses: Awaited<ReturnType<DataKeys['uses']>>, kekId: string): number =>
  uses.filter((use) => use.kekId !== kekId).reduce((sum, { count }) => sum + count, 0);
