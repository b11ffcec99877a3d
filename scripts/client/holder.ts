import { ApiClient, ApiError } from './api-client.js';
import { readQr } from './read-qr.js';

/** What a person does on their own page, in the words of the API. */
export class Holder {
  constructor(readonly client: ApiClient) {}

  /** Follows the link of an invitation. @throws ApiError when it is not good any more */
  static async open(url: string, code: string): Promise<Holder> {
    const { openHolderSession } = await new ApiClient(url).ask<{
      openHolderSession: { accessToken?: string; message?: string };
    }>(
      `mutation OpenPage($input: OpenHolderSessionInput!) { openHolderSession(input: $input) {
        ... on HolderSessionOpened { accessToken } ... on HolderInvitationRefused { message } } }`,
      { input: { code } },
    );
    const { accessToken, message } = openHolderSession;
    if (accessToken === undefined) throw new ApiError(message ?? 'The invitation was refused.');
    return new Holder(new ApiClient(url, accessToken));
  }

  /** What the QR of the pass says now; another text each time. @throws ApiError when there is no pass */
  async pass(): Promise<string> {
    const { myPass } = await this.client.ask<{ myPass: { qr?: { png: string }; message?: string } }>(
      `query Pass { myPass { ... on Pass { qr { png } } ... on PassUnavailable { message } } }`,
    );
    if (myPass.qr === undefined) throw new ApiError(myPass.message ?? 'There is no pass.');
    return readQr(myPass.qr.png);
  }
}
