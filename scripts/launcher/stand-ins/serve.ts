import { createServer } from 'node:http';
import pg from 'pg';

/** A process with the launcher's contract and nothing else: ready on its port, leaves on SIGTERM and when its parent is gone. */
export function serve(portVariable: 'PORT' | 'WORKER_PORT'): void {
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(9);
    void countRows().then((rows) => response.end(JSON.stringify({ rows, pid: process.pid })));
  });
  server.listen(Number(process.env[portVariable]), '127.0.0.1');
  const leave = () => process.exit(0);
  process.on('SIGTERM', process.env['STAND_IN_IS_DEAF'] === undefined ? leave : () => undefined);
  // Not at once: the real ones first finish what they have in hand.
  process.on('disconnect', () => setTimeout(leave, 500));
  process.stdout.write(`${JSON.stringify({ level: 'warn', msg: `stand-in on ${portVariable}` })}\n`);
}

async function countRows(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM starts');
  await client.end();
  return rows[0]?.count ?? 0;
}
