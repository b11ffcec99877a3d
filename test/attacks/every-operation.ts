import { type ApiClient } from '../../scripts/client/api-client.js';
import { buildSchema } from '../../src/schema.js';
import { type Operation, operationsOf } from '../support/operations.js';
import { askOverSocket } from '../support/socket.js';
import { type Outcome } from './attack.js';
import { type Cut } from '../../scripts/support/cut.js';

/** The code of the answer, the same whether it is asked over HTTP or, for a subscription, over a socket. */
async function codeOf(client: ApiClient, { kind, document, variables }: Operation): Promise<string> {
  const { errors } =
    kind === 'subscription' ? await askOverSocket(client, document, variables) : await client.send(document, variables);
  return (errors[0]?.extensions?.['code'] as string | undefined) ?? 'no error';
}

/** Calls every operation that `refused` picks. @returns those that were not answered with `code` */
export async function notRefused(
  client: ApiClient,
  refused: (operation: Operation) => boolean,
  code: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const operation of operationsOf(await buildSchema()).filter(refused)) {
    const answer = await codeOf(client, operation);
    if (answer !== code) found.push(`${operation.name} ${answer}`);
  }
  return found;
}

export const outcome = (found: readonly string[]): Outcome => ({ through: found.length > 0, seen: found.join(', ') });

export const guardOpen: Cut = {
  module: 'src/modules/auth/access.guard.js',
  find: 'if (permission !== undefined && mayAct(user, permission))',
  put: 'if (true)',
};
