import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Kiosk, type KioskKey } from '../../scripts/client/kiosk.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { DeviceRole, mayDo, mayHolderDo, type Permission, Role } from '../../src/modules/auth/permissions.js';
import { buildSchema } from '../../src/schema.js';
import { type DocumentedOperation, documentedOperations } from '../support/api-examples.js';
import { AuthenticatorBrowser, servePage } from '../support/authenticator.js';
import { withoutChromium } from '../support/chromium.js';
import { frames } from '../support/frames.js';
import { operationsOf } from '../support/operations.js';
import { Reader } from '../support/reader.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const documented = await documentedOperations();
const schema = await buildSchema();
const operations = operationsOf(schema);

function mayAsk(permission: Permission): string {
  if (mayHolderDo(permission)) return 'a person on their own page';
  const roles = [...Object.values(Role), ...Object.values(DeviceRole)].filter((role) => mayDo([role], permission));
  return roles.length === Object.values(Role).length && permission.startsWith('self:')
    ? 'every user'
    : roles.join(', ');
}

describe('the pages of the API', () => {
  it('have every operation of the schema, and no other', () => {
    assert.deepEqual(documented.map(({ name }) => name).sort(), operations.map(({ name }) => name).sort());
  });

  it('say who may ask it, as the permissions do', () => {
    const said = Object.fromEntries(documented.map(({ name, who }) => [name, who]));
    const meant = operations.map(({ name, permission }) => [name, permission ? mayAsk(permission) : 'anyone']);
    assert.deepEqual(said, Object.fromEntries(meant));
  });

  it('end with the operation that the heading names', () => {
    const wrong = documented.filter(
      ({ name, examples }) => !examples.some(({ code }) => new RegExp(`^\\s+${name}\\b`, 'm').test(code)),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('the examples of the API', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let scratch: string;
  let stack: Stack;
  let page: Awaited<ReturnType<typeof servePage>>;
  let chromium: AuthenticatorBrowser | undefined;
  let key: KioskKey;
  let reader: Reader;
  let auditor: ApiClient;
  let operator: ApiClient;

  const known = (name: string): string => reader.known.get(name) ?? assert.fail(name);
  const halfOfKey = async (half: 'x' | 'y') => (await crypto.subtle.exportKey('jwk', key.publicKey))[half] ?? '';
  /** As a kiosk makes it. */
  const assertion = () => {
    const ids = { deviceId: known('DEVICE_ID'), checkpointId: known('CHECKPOINT_ID'), audience: known('AUDIENCE') };
    return new Kiosk(stack.api.url, ids, key).assertion();
  };

  before(async () => {
    [database, scratch, page, key] = await Promise.all([
      createDatabase(),
      makeScratch('api-examples-spec'),
      servePage(),
      Kiosk.makeKey(),
    ]);
    stack = await startStack({
      databaseUrl: database.url,
      settings: { PASSKEY_ORIGINS: page.origin, FAULTS: 'true' },
    });
    const { genuine, probe } = await frames();
    const pictures = [
      ...genuine.map((jpeg, index) => [`${index + 1}.jpg`, jpeg] as const),
      ['face.jpg', probe] as const,
    ];
    for (const [name, jpeg] of pictures) await writeFile(path.join(scratch, name), jpeg);
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    operator = await ApiClient.signIn(stack.api.url, await addUser(admin, 'OPERATOR', 'purple monkey dishwasher'));
    auditor = await ApiClient.signIn(stack.api.url, await addUser(admin, 'AUDITOR', 'purple monkey dishwasher'));
    if (withoutChromium === false) {
      chromium = await AuthenticatorBrowser.open();
      await chromium.visit(page.origin);
      await chromium.plugIn();
    }
    const { email, password } = stack.admin;
    reader = new Reader({
      url: stack.api.url,
      folder: scratch,
      computed: {
        URL: () => stack.api.url,
        ADMIN_EMAIL: () => email,
        ADMIN_PASSWORD: () => password,
        KEY_X: () => halfOfKey('x'),
        KEY_Y: () => halfOfKey('y'),
        SIGNED_ASSERTION: assertion,
        PASSKEY_ATTESTATION: () => chromium?.register(known('PASSKEY_OPTIONS')) ?? '',
        PASSKEY_ASSERTION: () => chromium?.answer(known('PASSKEY_OPTIONS')) ?? '',
      },
    });
  });
  after(async () => {
    await chromium?.close();
    await page.close();
    await stack.stop();
    await database.drop();
    await removeScratch(scratch);
  });

  function tokenFor({ name, who }: DocumentedOperation): string | undefined {
    // Whoever gives their word on a validation does not review it.
    if (['confirmValidation', 'validateWithoutFace'].includes(name)) return operator.token;
    if (who === 'anyone') return undefined;
    if (who === 'a person on their own page') return known('HOLDER_TOKEN');
    return who === 'every user' || who.startsWith('ADMIN') ? known('TOKEN') : auditor.token;
  }

  /** What an example says of the time that has passed. */
  async function timePasses({ name }: DocumentedOperation): Promise<void> {
    if (name !== 'confirmSecondFactor') return;
    await database.query(
      `UPDATE sessions SET second_factor_at = now() - interval '1 hour' WHERE second_factor_at IS NOT NULL`,
    );
  }

  const ends = (subscription: string): boolean =>
    schema.getSubscriptionType()?.getFields()[subscription]?.description?.includes('completes when') ?? false;

  for (const operation of documented) {
    const skip = operation.section === 'Passkeys' && withoutChromium;
    it(`${operation.page}: ${operation.name}`, { skip }, async () => {
      await timePasses(operation);
      for (const [place, example] of operation.examples.entries()) {
        // What comes before the operation itself may be asked by somebody else: it says so by its own heading.
        const field = /^\s+(\w+)/m.exec(example.code)?.[1];
        const itself = documented.find(({ name }) => name === field) ?? operation;
        await reader.run(example, tokenFor(itself), ends).catch((error: unknown) => {
          throw new Error(`example ${place + 1}: ${String(error)}`, { cause: error });
        });
      }
    });
  }
});
