import { parseArgs } from 'node:util';
import { run } from '../support/dispatch.js';
import { OperatorError } from '../support/operator-error.js';
import { explained } from './explained.js';
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
  const url = serverUrl(values.url);
  const story = await tell(url, { email, password }).catch((error: unknown) => {
    throw explained(error, url);
  });
  const { ok, sentence } = verdictOn(story);
  process.stdout.write(`${tablesOf(story)}\n`);
  if (values.report !== undefined) process.stdout.write(`Report: ${await writeReport(values.report, story)}\n`);
  process.stdout.write(`${sentence}\n`);
  if (!ok) process.exitCode = 1;
}

function serverUrl(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new OperatorError(`--url must be like http://127.0.0.1:3000, not ${text}.`);
  }
  return text.replace(/\/$/, '');
}

await run({ usage: 'npm run demo -- [--url URL] [--report DIR]', run: demo }, process.argv.slice(2));
