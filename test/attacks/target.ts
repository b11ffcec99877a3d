import { type ApiClient } from '../../scripts/client/api-client.js';
import { type Desk } from '../../scripts/client/desk.js';
import { type Frames } from '../support/frames.js';
import { type TestDatabase } from '../support/servers.js';
import { type RunningProcess } from '../support/stack.js';
import { type TestUser } from '../support/users.js';

/** A running Presente, as it ships or with one defence less, and what an attacker needs who is also one of its users. */
export interface Target {
  readonly url: string;
  readonly api: RunningProcess;
  readonly worker: RunningProcess;
  /** Of its processes; commands run with it are weakened alike. */
  readonly environment: Readonly<Record<string, string>>;
  readonly database: TestDatabase;
  readonly faces: Frames;
  readonly admin: ApiClient;
  /** The administrator's. */
  readonly desk: Desk;
  newUser(role: string): Promise<TestUser>;
  /** A new user of this role, signed in. */
  signedIn(role: string): Promise<ApiClient>;
}
