import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';
import { openStage, type Stage } from '../chaos/stage.js';
import { watchAlerts } from './alert-watch.js';
import { type Drill, type DrillChoices } from './drill.js';
import { openDrillPage } from './drill-page.js';
import { type DrillReport } from './report.js';

/** For whoever looks into what was wrong; in `report`, which nobody commits. */
async function keepLogs({ name }: Drill, { programs }: Stage): Promise<void> {
  const folder = fromRoot(path.join('report', 'drill', name));
  await mkdir(folder, { recursive: true });
  for (const program of Object.values(programs))
    await writeFile(path.join(folder, `${program.name}.log`), program.log.join('\n'));
}

/** On a whole Presente of its own, which goes with it. @param metricsPort of the drill's own metrics; 0: any free one */
export async function runDrill(drill: Drill, choices: DrillChoices, metricsPort = 0): Promise<DrillReport> {
  await using open = new AsyncDisposableStack();
  const stage = await openStage(drill.backend, drill.settings);
  open.defer(() => stage.close());
  const page = await openDrillPage(drill.name, metricsPort);
  open.defer(() => {
    page.close();
  });
  const addresses = Object.values(stage.programs).map(({ name, url }) => `${name} ${url}`);
  process.stderr.write(`${drill.name}: ${addresses.join(', ')}, metrics of the drill ${page.host}\n`);
  const alerts = await watchAlerts(stage, page.host);
  open.defer(() => alerts?.close());
  const outcome = await drill.perform(stage, page, choices);
  const seen = (await alerts?.seen(page.brokenAt)) ?? null;
  const problems = [...outcome.problems, ...unseen(drill, seen)];
  if (problems.length > 0) await keepLogs(drill, stage);
  return { drill: drill.name, at: new Date().toISOString(), ...outcome, alerts: seen, problems };
}

/** A fault that nobody would have been told of is a fault of ours. */
function unseen({ expectedAlert }: Drill, seen: DrillReport['alerts']): string[] {
  if (expectedAlert === undefined || seen === null || seen.some(({ name }) => name === expectedAlert)) return [];
  return [`${expectedAlert} did not even become pending.`];
}
