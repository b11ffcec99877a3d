import { parseArgs } from 'node:util';
import { OperatorError } from '../support/operator-error.js';
import { onStopSignals } from '../support/stop-signals.js';
import { sweepScratch } from '../support/scratch.js';
import { wholeNumber } from '../support/whole-number.js';
import { campaign, type Campaign, plansOf } from './campaign.js';
import { keepEvidence } from './evidence.js';
import { type Backend, BACKENDS } from './parts.js';
import { isBroken, lineOf, reportOf } from './report.js';
import { type RunResult } from './run.js';
import { hashOfPlans, planLines } from './schedule.js';

export async function chaosCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      run: { type: 'string' },
      backend: { type: 'string', default: 'both' },
      fault: { type: 'string', multiple: true },
      plan: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = wholeNumber('--seed', values.seed);
  const stopped = new AbortController();
  const campaigns = backendsOf(values.backend).map((backend): Campaign => ({
    backend,
    seed,
    runs: wholeNumber('--runs', values.runs),
    run: values.run === undefined ? undefined : Number(values.run),
    only: values.fault,
    stopped: stopped.signal,
  }));
  const plans = campaigns.flatMap(plansOf);
  if (values.plan) {
    say([...planLines(plans), hashOfPlans(plans)].join('\n'));
    return;
  }

  onStopSignals(
    () => {
      stopped.abort();
    },
    () => process.exit(130),
  );
  await sweepScratch();
  const began = performance.now();
  const results: RunResult[] = [];
  for (const one of campaigns) {
    for await (const result of campaign(one)) {
      results.push(result);
      process.stderr.write(`${lineOf(result)}\n`);
      if (isBroken(result)) process.stderr.write(`  ${await keepEvidence(result, result.stage, seed)}\n`);
    }
  }
  const hours = Math.round((performance.now() - began) / 36_000) / 100;
  const report = reportOf(results, { seed, schedule: hashOfPlans(plans), hours });
  say(values.json ? JSON.stringify(report) : JSON.stringify(report, undefined, 2));
  if (results.some(isBroken) || results.length === 0) process.exitCode = 1;
}

function backendsOf(text: string): readonly Backend[] {
  const chosen = BACKENDS.filter((backend) => text === backend || text === 'both');
  if (chosen.length === 0) throw new OperatorError(`--backend must be ${BACKENDS.join(', ')} or both.`);
  return chosen;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
