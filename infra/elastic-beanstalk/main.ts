import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { choicesOf, MisuseError, USAGE } from './choices.ts';

/** `npm run deploy:eb -- --bundle` */
const misused = (error: unknown): error is Error =>
  error instanceof MisuseError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

try {
  const { choices, examples } = choicesOf(process.argv.slice(2));
  const file = path.resolve(import.meta.dirname, '..', choices.out);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bundle(choices));
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
  if (examples.length > 0)
    process.stdout.write(`With examples for ${examples.map((name) => `--${name}`).join(', ')}: not to be deployed.\n`);
} catch (error) {
  if (!misused(error)) throw error;
  process.stderr.write(`${error instanceof MisuseError ? error.message : `${error.message}\n  ${USAGE}`}\n`);
  process.exitCode = 2;
}
