import path from 'node:path';
import { type StartedStack } from './stack.js';

const PAGES = ['/kiosk', '/enrol', '/pass', '/admin', '/board'];

/** By the name that browsers trust without HTTPS, which is also the one that passkeys are made for. */
const pagesOf = (apiUrl: string): string => apiUrl.replace('//127.0.0.1', '//localhost');

/** What the person who started Presente should know: addresses, where the logs are and, once, the first sign-in. */
export function announcement({ environment, apiUrl, workerUrl, firstAdmin }: StartedStack, dataDir: string): string {
  const addresses = {
    Pages: `${pagesOf(apiUrl)}/  ${PAGES.join('  ')}`,
    API: `${apiUrl}/graphql${environment.SANDBOX ? '  (in a browser: Apollo Sandbox)' : ''}`,
    Health: `${apiUrl}/health/ready  ${workerUrl}/health/ready`,
    Metrics: `${apiUrl}/metrics  ${workerUrl}/metrics`,
    Queue: environment.REDIS_URL === undefined ? 'on PostgreSQL (REDIS_URL is not set)' : 'on Redis',
    Logs: path.join(dataDir, 'logs', '*.log'),
  };
  const table = Object.entries(addresses).map(([name, value]) => `  ${name.padEnd(8)} ${value}`);
  const signIn = firstAdmin && [
    '',
    '  The first administrator; the password is shown only now:',
    `    e-mail    ${firstAdmin.email}`,
    `    password  ${firstAdmin.password}`,
  ];
  return ['', 'Presente is ready. Ctrl-C stops it.', '', ...table, ...(signIn ?? []), ''].join('\n');
}
