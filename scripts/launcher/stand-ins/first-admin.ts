import pg from 'pg';

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
const { rows } = await client.query<{ first: boolean }>('SELECT count(*) = 1 AS first FROM starts');
await client.end();
const answer = rows[0]?.first
  ? { created: true, email: 'admin@presente.local', password: 'shown once' }
  : { created: false };
process.stdout.write(`${JSON.stringify(answer)}\n`);
