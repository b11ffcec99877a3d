import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ErasureClaims, ErasureReceipts } from '../../src/modules/privacy/index.js';
import { validated } from '../launcher/settings.js';
import { withDatabase } from '../support/database-client.js';
import { installedSettings } from '../support/installed-settings.js';
import { OperatorError } from '../support/operator-error.js';
import { leftovers } from './leftovers.js';

/** `erasure:verify --receipt FILE`: ends with 1 when the receipt is not ours, or anything of the person is there again. */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { receipt: { type: 'string' } } });
  if (values.receipt === undefined) throw new OperatorError('--receipt FILE is needed.');
  const token = await readFile(values.receipt, 'utf8').catch(() => undefined);
  if (token === undefined) throw new OperatorError(`${values.receipt} can't be read.`);
  const environment = validated(await installedSettings());
  const claims = await new ErasureReceipts(environment).read(token);
  if (claims === undefined)
    throw new OperatorError('This is no receipt of this institution, or it was changed, or ERASURE_RECEIPT_KEY was.');
  const found = await withDatabase(environment, (client) => leftovers(client, claims));
  say(heading(claims));
  for (const { name, count } of found)
    say(`  ${count === 0 ? '✔ gone:  ' : '✘ THERE: '} ${name}${count > 0 ? ` (${count})` : ''}`);
  process.exitCode = found.some(({ count }) => count > 0) ? 1 : 0;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function heading({ jti, sub, erasedAt, by, erased }: ErasureClaims): string {
  const counts = Object.entries(erased)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
  const who = by === null ? 'a retention rule' : `user ${by}`;
  return `Receipt ${jti}: person ${sub} was erased at ${erasedAt} by ${who}; ${counts}.`;
}
