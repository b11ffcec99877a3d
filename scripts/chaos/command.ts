import { parseArgs } from 'node:util';
import { OperatorError } from '../support/operator-error.js';
import { sweepScratch } from '../support/scratch.js';
import { onStopSignals } from '../support/stop-signals.js';
import { wholeNumber } from '../support/whole-number.js';
import { campaign, type Campaign, plansOf } from './campaign.js';
import { keepEvidence } from './evidence.js';
import { type LedgerEntry, record } from './ledger.js';
import { type Backend, BACKENDS } from './parts.js';
import { PLANTED_NAMES, type PlantedName, planting, seenOn } from './planted.js';
import { entryOf, isBroken, lineOf, reportOf } from './report.js';
import { type RunResult } from './run.js';
import { hashOfPlans, planLines } from './schedule.js';

/** Ends with 1 when something was found, also when it was planted. */
export async function chaosCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      run: { type: 'string' },
      backend: { type: 'string', default: 'both' },
      fault: { type: 'string', multiple: true },
      plant: { type: 'string' },
      keep: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      plan: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const stopped = new AbortController();
  const plant = values.plant === undefined ? undefined : plantOf(values.plant);
  const wanted = {
    seed: wholeNumber('--seed', values.seed),
    runs: wholeNumber('--runs', values.runs),
    run: values.run === undefined ? undefined : Number(values.run),
    only: values.fault,
    ...(plant !== undefined && planting(plant)),
    stopped: stopped.signal,
  };
  const backends = backendsOf(values.backend);
  const campaigns = (plant === undefined ? backends : seenOn(plant, backends)).map((backend) => ({
    backend,
    ...wanted,
  }));
  if (values.plan) {
    const plans = campaigns.flatMap(plansOf);
    say([...planLines(plans), hashOfPlans(plans)].join('\n'));
    return;
  }
  onStopSignals(
    () => {
      stopped.abort();
    },
    () => process.exit(130),
  );
  const { report, entries } = await held(campaigns, plant ?? null, values.keep);
  if (values.write) await record(entries);
  say(values.json ? JSON.stringify(report) : JSON.stringify(report, undefined, 2));
  if (report.brokenRuns.length > 0 || report.runs === 0) process.exitCode = 1;
}

/**
 * @param plant once it is found, no run comes after
 * @param keep logs and history of every run, not of broken ones alone
 */
async function held(campaigns: readonly Campaign[], plant: PlantedName | null, keep: boolean) {
  await sweepScratch();
  const began = performance.now();
  const results: RunResult[] = [];
  const entries: LedgerEntry[] = [];
  for (const one of campaigns) {
    const start = performance.now();
    const before = results.length;
    for await (const result of campaign(one)) {
      results.push(result);
      process.stderr.write(`${lineOf(result)}\n`);
      if (keep || isBroken(result)) process.stderr.write(`  ${await keepEvidence(result, result.stage, one.seed)}\n`);
      if (plant !== null && isBroken(result)) break;
    }
    entries.push(entryOf(results.slice(before), { ...one, plant, hours: hoursSince(start) }));
  }
  const about = { seed: campaigns[0]?.seed ?? 0, schedule: hashOfPlans(campaigns.flatMap(plansOf)) };
  return { report: reportOf(results, { ...about, hours: hoursSince(began) }), entries };
}

const hoursSince = (start: number): number => Math.round((performance.now() - start) / 3_600) / 1_000;

function backendsOf(text: string): readonly Backend[] {
  const chosen = BACKENDS.filter((backend) => text === backend || text === 'both');
  if (chosen.length === 0) throw new OperatorError(`--backend must be ${BACKENDS.join(', ')} or both.`);
  return chosen;
}

function plantOf(text: string): PlantedName {
  const name = PLANTED_NAMES.find((known) => known === text);
  if (name === undefined) throw new OperatorError(`--plant must be one of ${PLANTED_NAMES.join(', ')}.`);
  return name;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
