import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { APPLICATION_KEYS } from '../lib/container-environment.ts';
import { names } from '../lib/names.ts';
import { type Settings } from '../lib/settings.ts';
import { type Cloud } from './cloud.ts';
import { DeploymentError } from './needed.ts';

const key256 = (): string => randomBytes(32).toString('base64');
const ed25519 = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/**
 * Makes the keys of the application, once, in memory, and gives them to Secrets Manager.
 * @throws DeploymentError when there are some: with others nobody's card would be good any more, and nobody would be found
 */
export async function makeKeys(settings: Settings, cloud: Cloud, say: (line: string) => void): Promise<void> {
  const { applicationKeys } = names(settings);
  if (await cloud.hasValue(applicationKeys))
    throw new DeploymentError(`${applicationKeys} has its keys. To change one see docs/runbooks/signing-keys.md.`);
  const made = APPLICATION_KEYS.map((name) => [name, name === 'BLIND_INDEX_KEY' ? key256() : ed25519()]);
  await cloud.setValue(applicationKeys, JSON.stringify(Object.fromEntries(made)));
  say(
    `${applicationKeys}: made. Whoever loses them loses every card and every name; keep a copy apart from the account.`,
  );
}
