import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { frames, type Frames } from './frames.js';
import { createDatabase, type TestDatabase } from './servers.js';
import { type Stack, startStack } from './stack.js';

/** A school with two doors, and one enrolled person. */
export interface TwoDoors {
  readonly database: TestDatabase;
  readonly stack: Stack;
  readonly url: string;
  readonly admin: ApiClient;
  /** The administrator's. */
  readonly desk: Desk;
  /** Ids of checkpoints. */
  readonly north: string;
  readonly south: string;
  readonly faces: Frames;
  /** What the person's card says. */
  readonly card: string;
  /** A new kiosk at the north door. */
  paired(): Promise<Kiosk>;
  close(): Promise<void>;
}

export async function openTwoDoors(redisUrl?: string): Promise<TwoDoors> {
  const [database, faces] = await Promise.all([createDatabase(), frames()]);
  const stack = await startStack({ databaseUrl: database.url, redisUrl });
  const { url } = stack.api;
  const admin = await ApiClient.signIn(url, stack.admin);
  const desk = new Desk(admin);
  const [north, south] = [await desk.checkpoint(), await desk.checkpoint()];
  const { card } = await desk.enrol(faces.genuine);
  return {
    database,
    stack,
    url,
    admin,
    desk,
    north,
    south,
    faces,
    card,
    paired: async () => Kiosk.pair(url, await desk.pairingCode(north)),
    close: async () => {
      await stack.stop();
      await database.drop();
    },
  };
}
