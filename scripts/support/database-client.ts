import pg from 'pg';
import { clientConnection, type DatabaseAccess } from '../../src/platform/database/connection.js';

/** Connects as the product does, by password or by IAM, for as long as the work takes. */
export async function withDatabase<T>(access: DatabaseAccess, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...clientConnection(access), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // A server that leaves meanwhile fails the query too.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
