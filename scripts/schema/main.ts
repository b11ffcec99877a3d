import { readFile, writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { fromRoot } from '../../src/config/paths.js';
import { buildSchema } from '../../src/schema.js';

/** Prints the schema to src/schema.graphql; with --check only says whether the committed one is fresh. */
const file = fromRoot('src/schema.graphql');
const printed = `# Printed by "npm run schema" from the resolvers; do not edit.\n${printSchema(await buildSchema())}\n`;
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== printed) {
    process.stderr.write('src/schema.graphql is not what the resolvers say: run "npm run schema" and commit it.\n');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, printed);
}
