import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { EnvironmentError, readEnvironment, type Environment } from '../../src/config/env.js';
import { fromRoot } from '../../src/config/paths.js';
import { OperatorError } from '../support/operator-error.js';

/** Variables as a process gets them. */
export type Settings = Readonly<Record<string, string>>;

/** The environment and, below it, the file `.env`. An empty value counts as not set, so that a copied .env.example works. */
export function givenSettings(): Settings {
  const file = fromRoot('.env');
  if (existsSync(file)) loadEnvFile(file);
  return withoutEmpty(process.env);
}

export function withoutEmpty(source: Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** @throws OperatorError naming every wrong setting */
export function validated(settings: Settings): Environment {
  try {
    return readEnvironment(settings);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    throw new OperatorError(
      `${error.message}\nMend them in .env or in the environment; .env.example tells what each is.`,
    );
  }
}
