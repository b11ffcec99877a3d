import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, ApiError } from '../client/api-client.js';
import { type SignIn } from '../launcher/first-admin.js';

const PATIENCE_MS = 30_000;

/** Prepares a stage on a machine that may be busy: an API that has too much to do is asked again. */
export class PatientClient extends ApiClient {
  static async signedIn(url: string, signIn: SignIn): Promise<PatientClient> {
    const { token } = await again(() => ApiClient.signIn(url, signIn));
    return new PatientClient(url, token);
  }

  override ask<Data>(...question: Parameters<ApiClient['ask']>): Promise<Data> {
    return again(() => super.ask<Data>(...question));
  }
}

async function again<T>(request: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'UNAVAILABLE') || performance.now() > deadline) throw error;
      await sleep(500);
    }
  }
}
