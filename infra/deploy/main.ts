import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { settingsOf } from '../lib/settings.ts';
import { AwsCloud } from './cloud.ts';
import { deploy } from './deploy.ts';
import { rehearseHere, runHere } from './engine.ts';
import { makeKeys } from './keys.ts';
import { DeploymentError } from './needed.ts';
import { Rehearsal } from './rehearsal.ts';

const USAGE = `npm run deploy:ecs -- [keys] --stage dev|prod [--region NAME] [--tag NAME] [--architecture ARM64|X86_64] [--dry-run]`;
const root = path.resolve(import.meta.dirname, '../..');

/** A rolling deployment waits for health checks and for connections to end; ten minutes are twice as long as that takes. */
const SECONDS = 5;
const PATIENCE = 120;

const say = (line: string) => void process.stdout.write(`${line}\n`);

function options(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ stage: text, region: text, tag: text, architecture: text, 'dry-run': { type: 'boolean' } },
      /** Where a test answers in the place of AWS. */
      ...{ endpoint: text, pause: text },
    },
  });
  const [word = 'deploy', ...others] = positionals;
  if (values.stage === undefined || !['deploy', 'keys'].includes(word) || others.length > 0)
    throw new DeploymentError(`Usage:\n  ${USAGE}`);
  return { ...values, stage: values.stage, word };
}

/** What is deployed can be found again. */
function commit(): string {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new DeploymentError('There is no commit to name the image after: say --tag.');
  return stdout.trim();
}

async function main(): Promise<void> {
  const { word, stage, tag, pause, endpoint, 'dry-run': dry, ...own } = options(process.argv.slice(2));
  const settings = settingsOf(stage, (name) => (own as Readonly<Record<string, string | undefined>>)[name]);
  const { region } = settings;
  const cloud = dry ? new Rehearsal(say) : new AwsCloud({ region, ...(endpoint !== undefined && { endpoint }) });
  const run = dry ? rehearseHere(say) : runHere;
  if (word === 'keys') return makeKeys(settings, cloud, say);
  process.chdir(root);
  const milliseconds = dry ? 0 : Number(pause ?? SECONDS * 1_000);
  return deploy({
    ...{ settings, cloud, run, say, tag: tag ?? commit(), patience: PATIENCE },
    pause: () => sleep(milliseconds),
  });
}

try {
  await main();
} catch (error) {
  const misused = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!misused && !(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n${misused ? `  ${USAGE}\n` : ''}`);
  process.exitCode = misused ? 2 : 1;
}
