import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type CDPSession, type Page } from 'playwright-core';
import { openChromium } from '../../scripts/support/chromium.js';

const PAGE = `<!doctype html><title>Passkeys</title><script>
  const json = (credential) => JSON.stringify(credential.toJSON());
  const register = async (options) => json(await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) }));
  const answer = async (options) => json(await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) }));
</script>`;

/** A page on localhost. */
export async function servePage(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

/** A person's browser with a security key in it: Chromium's virtual authenticator, which does all that a real one does. */
export class AuthenticatorBrowser {
  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<AuthenticatorBrowser> {
    const browser = await openChromium();
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    return new AuthenticatorBrowser(page, devtools, () => browser.close());
  }

  async visit(origin: string): Promise<void> {
    await this.page.goto(origin);
  }

  /** Puts a new key into the computer. @returns its id */
  async plugIn(): Promise<string> {
    const { authenticatorId } = await this.devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true },
    });
    return authenticatorId;
  }

  async pullOut(authenticatorId: string): Promise<void> {
    await this.devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  }

  /** Pulls the key out and puts in a copy that was made before it was last used. */
  async swapForOldCopy(authenticatorId: string): Promise<string> {
    const { credentials } = await this.devtools.send('WebAuthn.getCredentials', { authenticatorId });
    await this.pullOut(authenticatorId);
    const copy = await this.plugIn();
    for (const credential of credentials) {
      await this.devtools.send('WebAuthn.addCredential', {
        authenticatorId: copy,
        credential: { ...credential, rpId: credential.rpId ?? 'localhost', signCount: 0 },
      });
    }
    return copy;
  }

  /** @returns the JSON of the new credential */
  register(options: string): Promise<string> {
    return this.page.evaluate(`register(${JSON.stringify(options)})`);
  }

  /** @returns the JSON of the signed answer */
  answer(options: string): Promise<string> {
    return this.page.evaluate(`answer(${JSON.stringify(options)})`);
  }
}
