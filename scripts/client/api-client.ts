import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

type Variables = Readonly<Record<string, unknown>>;

interface SignInAnswer {
  readonly accessToken?: string;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
}

const refusalOf = ({ message, retryAfterSeconds = 0 }: SignInAnswer): string =>
  message ?? `There were too many failed sign-ins; try again in ${retryAfterSeconds} s.`;

/** The server answered with an error, or not as it must. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** `extensions.code` of the first error. */
    readonly code?: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Speaks GraphQL over HTTP and graphql-ws, as any client does. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token?: string,
    /** Sent with every request; the server makes one for each when there is none. */
    private readonly correlationId?: string,
  ) {}

  /** @throws ApiError when the e-mail address or the password is wrong, or was wrong too often */
  static async signIn(url: string, { email, password }: { email: string; password: string }): Promise<ApiClient> {
    const { signIn } = await new ApiClient(url).ask<{ signIn: SignInAnswer }>(
      `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken }
        ... on InvalidCredentials { message } ... on SignInThrottled { retryAfterSeconds } } }`,
      { input: { email, password } },
    );
    if (signIn.accessToken === undefined) throw new ApiError(refusalOf(signIn));
    return new ApiClient(url, signIn.accessToken);
  }

  /** Whatever the server answers. */
  async send<Data>(query: string, variables: Variables = {}): Promise<GraphqlAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...this.authorization(),
        ...(this.correlationId !== undefined && { 'x-correlation-id': this.correlationId }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<GraphqlAnswer<Data>>;
    return { status: response.status, data: body.data ?? undefined, errors: body.errors ?? [] };
  }

  /** The data of an answer without errors. @throws ApiError */
  async ask<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    const [error] = errors;
    if (error !== undefined) throw new ApiError(error.message, String(error.extensions?.['code']));
    if (data === undefined) throw new ApiError('The answer holds neither data nor errors.');
    return data;
  }

  /** The code of the first error; undefined when there is none. */
  async errorCode(query: string, variables: Variables = {}): Promise<unknown> {
    const { errors } = await this.send(query, variables);
    return errors[0]?.extensions?.['code'];
  }

  /** What a subscription yields until the server completes it. @throws ApiError */
  async *follow<Data>(query: string, variables: Variables): AsyncGenerator<Data, void> {
    const client = createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.authorization(),
    });
    try {
      for await (const { data, errors } of client.iterate<Data>({ query, variables })) {
        if (errors?.[0] !== undefined) throw new ApiError(errors[0].message, String(errors[0].extensions?.['code']));
        if (data !== null && data !== undefined) yield data;
      }
    } finally {
      await client.dispose();
    }
  }

  private authorization(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}
