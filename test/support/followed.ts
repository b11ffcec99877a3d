import { type ApiClient } from '../../scripts/client/api-client.js';

export interface Followed {
  /** Resolves when the subscription is over: the code of the error that ended it. */
  readonly over: Promise<string | undefined>;
}

/** A subscription to an attempt that goes on in the background; resolves with its first row. */
export async function followAttempt(client: ApiClient, id: string): Promise<Followed> {
  const rows = client.follow(`subscription ($id: ID!) { validationChanged(id: $id) { state } }`, { id });
  await rows.next();
  const drain = async (): Promise<string | undefined> => {
    try {
      while ((await rows.next()).done !== true);
      return undefined;
    } catch (error) {
      return codeOf(error);
    }
  };
  return { over: drain() };
}

/** graphql-ws throws the errors of the server as a list. */
export function codeOf(error: unknown): string {
  const [first] = [error].flat() as { extensions?: { code?: string }; code?: string; message?: string }[];
  return first?.extensions?.code ?? first?.code ?? String(first?.message ?? error);
}
