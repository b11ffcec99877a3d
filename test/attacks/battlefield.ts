import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames } from '../support/frames.js';
import { createDatabase } from '../support/servers.js';
import { type Stack, startApi, startStack } from '../support/stack.js';
import { addUser } from '../support/users.js';
import { type Weakening } from './attack.js';
import { cutting } from '../../scripts/support/cut.js';
import { type Target } from './target.js';

const PASSWORD = 'purple monkey dishwasher';

/** Where one group of attacks is fought: one stack as it ships, and weakened ones for as long as a test needs them. */
export class Battlefield {
  private constructor(
    readonly intact: Target,
    private readonly stack: Stack,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<Battlefield> {
    const { target, stack } = await newStack(settings);
    return new Battlefield(target, stack, settings);
  }

  async close(): Promise<void> {
    // What does not stop must not keep the file from ending.
    await this.stack.stop().finally(() => this.intact.database.drop());
  }

  /** Switches a defence off for as long as `attack` takes. */
  async weakened<T>(weakening: Weakening, attack: (target: Target) => Promise<T>): Promise<T> {
    switch (weakening.kind) {
      case 'api':
        return this.onOtherApi(cutting(weakening.cuts), attack);
      case 'settings':
        return this.onOtherApi(weakening.settings, attack);
      case 'stack': {
        const { target, stack } = await newStack({ ...this.settings, ...cutting(weakening.cuts) });
        return attack(target).finally(async () => {
          await stack.stop();
          await target.database.drop();
        });
      }
      case 'constraint':
        return this.withoutConstraint(weakening.table, weakening.constraint, attack);
      case 'database': {
        const { database } = this.intact;
        await database.query(weakening.off);
        return attack(this.intact).finally(() => database.query(weakening.on));
      }
    }
  }

  private async withoutConstraint<T>(
    table: string,
    constraint: string,
    attack: (target: Target) => Promise<T>,
  ): Promise<T> {
    const { database } = this.intact;
    const [row] = await database.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2`,
      [table, constraint],
    );
    if (row === undefined) throw new Error(`${table} has no constraint ${constraint}.`);
    await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`);
    return attack(this.intact).finally(() =>
      database.query(`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} ${row.definition}`),
    );
  }

  private async onOtherApi<T>(
    settings: Readonly<Record<string, string>>,
    attack: (target: Target) => Promise<T>,
  ): Promise<T> {
    const environment = { ...this.stack.environment, ...settings };
    const api = await startApi(environment);
    const { database, faces, admin, worker } = this.intact;
    return attack(targetOf({ api, worker, environment, database, faces, token: admin.token ?? '' })).finally(
      async () => {
        api.kill('SIGTERM');
        await api.ended;
      },
    );
  }
}

async function newStack(settings: Readonly<Record<string, string>>): Promise<{ target: Target; stack: Stack }> {
  const [database, faces] = await Promise.all([createDatabase(), frames()]);
  const stack = await startStack({ databaseUrl: database.url, settings });
  const { token } = await ApiClient.signIn(stack.api.url, stack.admin);
  const { api, worker, environment } = stack;
  return { target: targetOf({ api, worker, environment, database, faces, token: token ?? '' }), stack };
}

function targetOf({
  token,
  ...parts
}: Pick<Target, 'api' | 'worker' | 'environment' | 'database' | 'faces'> & { readonly token: string }): Target {
  const { url } = parts.api;
  const admin = new ApiClient(url, token);
  const newUser = (role: string) => addUser(admin, role, PASSWORD);
  return {
    ...parts,
    url,
    admin,
    desk: new Desk(admin),
    newUser,
    signedIn: async (role) => ApiClient.signIn(url, await newUser(role)),
  };
}
