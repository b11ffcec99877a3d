import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { ForbiddenError } from '../../src/common/errors/domain-error.js';
import { mayDo, Role } from '../../src/modules/auth/permissions.js';
import { buildSchema } from '../../src/schema.js';
import { type Operation, operationsOf } from '../support/operations.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { askOverSocket } from '../support/socket.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'purple monkey dishwasher';

/** That each role is refused what is for others is tried in test/attacks; here is the other half. */
describe('roles', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let admin: ApiClient;
  let operations: readonly Operation[];

  before(async () => {
    [database, operations] = await Promise.all([createDatabase(), buildSchema().then(operationsOf)]);
    stack = await startStack({ databaseUrl: database.url });
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  for (const role of Object.values(Role)) {
    it(`${role} may call everything that the table gives it`, async () => {
      const user = await addUser(admin, role, PASSWORD);
      let client = await ApiClient.signIn(stack.api.url, user);
      const allowed = operations.filter(({ permission }) => permission !== undefined && mayDo([role], permission));
      assert.ok(allowed.length > 5);
      for (const { kind, name, document, variables } of allowed) {
        const { errors } =
          kind === 'subscription'
            ? await askOverSocket(client, document, variables)
            : await client.send(document, variables);
        const codes = errors.map(({ extensions }) => extensions?.['code']);
        assert.ok(!codes.includes('UNAUTHENTICATED'), name);
        // Other refusals say another sentence: nobody resets the passkeys of themselves.
        assert.ok(!errors.some(({ message }) => message === new ForbiddenError().message), name);
        assert.ok(!codes.includes('GRAPHQL_VALIDATION_FAILED'), `${name} was asked as the schema says`);
        // It has ended the session that asked.
        if (name.startsWith('signOut')) client = await ApiClient.signIn(stack.api.url, user);
      }
    });
  }
});
