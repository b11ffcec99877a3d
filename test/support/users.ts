import { randomUUID } from 'node:crypto';
import { type ApiClient } from '../../scripts/client/api-client.js';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** A new user with one role, made by an administrator. */
export async function addUser(
  admin: ApiClient,
  role: string,
  password: string,
  displayName = 'Somebody',
): Promise<TestUser> {
  const email = `${role.toLowerCase()}-${randomUUID()}@school.test`;
  const input = { email, displayName, password, roles: [role], idempotencyKey: randomUUID() };
  const { createUser } = await admin.ask<{ createUser: { user: { id: string } } }>(
    `mutation ($input: CreateUserInput!) { createUser(input: $input) { ... on UserCreated { user { id } } } }`,
    { input },
  );
  return { id: createUser.user.id, email, password };
}
