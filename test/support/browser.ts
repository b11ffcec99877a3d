import { parseSetCookie, type SetCookie, stringifyCookie } from 'cookie';

export interface BrowserAnswer<Data> {
  readonly status: number;
  readonly data: Data | undefined;
  /** Of the first error. */
  readonly code: unknown;
  readonly cookie: SetCookie | undefined;
}

type Headers = Readonly<Record<string, string>>;

/** What a page of ours sends with a refresh. */
const OWN_PAGE: Headers = { 'content-type': 'application/json', 'x-presente-client': 'web' };
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

/** One browser: it keeps the cookie that it is given and sends it with every request, as browsers do. */
export class Browser {
  cookie: SetCookie | undefined;
  accessToken: string | undefined;

  constructor(
    private readonly url: string,
    private readonly userAgent = FIREFOX,
  ) {}

  /** The refresh token that it holds. */
  get token(): string {
    return this.cookie?.value ?? '';
  }

  /** Another browser that has come by the same cookie. */
  thief(): Browser {
    const thief = new Browser(this.url);
    thief.cookie = this.cookie;
    return thief;
  }

  async send<Data>(query: string, variables: object = {}, headers: Headers = OWN_PAGE): Promise<BrowserAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'user-agent': this.userAgent,
        ...(this.cookie?.value !== undefined && { cookie: stringifyCookie({ [this.cookie.name]: this.cookie.value }) }),
        ...(this.accessToken !== undefined && { authorization: `Bearer ${this.accessToken}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: { extensions?: { code?: unknown } }[] };
    const [line] = response.headers.getSetCookie();
    const cookie = line === undefined ? undefined : parseSetCookie(line);
    if (cookie !== undefined) this.cookie = cookie.value === '' ? undefined : cookie;
    return { status: response.status, data: body.data, code: body.errors?.[0]?.extensions?.code, cookie };
  }

  /** @returns the name of the union member that the API answered with */
  async signIn(input: { readonly email: string; readonly password: string }): Promise<string> {
    const { email, password } = input;
    const query = `mutation ($input: SignInInput!) { result: signIn(input: $input) {
      __typename ... on SignedIn { accessToken } } }`;
    return this.take(await this.send<Granted>(query, { input: { email, password } }));
  }

  /** @returns the name of the union member that the API answered with, or the code of the error */
  async refresh(headers: Headers = OWN_PAGE): Promise<string> {
    const query = 'mutation { result: refreshSession { __typename ... on SignedIn { accessToken } } }';
    return this.take(await this.send<Granted>(query, {}, headers));
  }

  /** Undefined when the access token is good. */
  async refused(): Promise<unknown> {
    return (await this.send('{ me { id } }')).code;
  }

  private take({ data, code }: BrowserAnswer<Granted>): string {
    this.accessToken = data?.result.accessToken ?? this.accessToken;
    return data?.result.__typename ?? String(code);
  }
}

interface Granted {
  readonly result: { readonly __typename: string; readonly accessToken?: string };
}
