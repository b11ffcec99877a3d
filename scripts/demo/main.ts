import { parseArgs } from 'node:util';
import { run } from '../support/dispatch.js';
import { OperatorError } from '../support/operator-error.js';
import { ApiError } from '../client/api-client.js';
import { writeReport } from './report.js';
import { tell } from './story.js';
import { tablesOf, verdictOn } from './table.js';

async function demo(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' }, report: { type: 'string' } } });
  const { PRESENTE_DEMO_EMAIL: email, PRESENTE_DEMO_PASSWORD: password } = process.env;
  if (values.url === undefined || email === undefined || password === undefined) {
    throw new OperatorError(
      'Say which server with --url, and sign in with PRESENTE_DEMO_EMAIL and PRESENTE_DEMO_PASSWORD.',
    );
  }
  const story = await tell(values.url.replace(/\/$/, ''), { email, password }).catch((error: unknown) => {
    throw explained(error, values.url);
  });
  const { ok, sentence } = verdictOn(story);
  process.stdout.write(`${tablesOf(story)}\n`);
  if (values.report !== undefined) process.stdout.write(`Report: ${await writeReport(values.report, story)}\n`);
  process.stdout.write(`${sentence}\n`);
  if (!ok) process.exitCode = 1;
}

function explained(error: unknown, url: string | undefined): unknown {
  if (error instanceof ApiError) return new OperatorError(`The demo could not go on: ${error.message}`);
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new OperatorError(`Nothing answers at ${url ?? ''}.`);
  return error;
}

await run({ usage: 'npm run demo -- [--url URL] [--report DIR]', run: demo }, process.argv.slice(2));
