import { openStage } from '../chaos/stage.js';
import { watchAlerts } from './alert-watch.js';
import { type Drill, type DrillChoices } from './drill.js';
import { openDrillPage } from './drill-page.js';
import { type DrillReport } from './report.js';

/** On a whole Presente of its own, which goes with it. @param metricsPort of the drill's own metrics; 0: any free one */
export async function runDrill(drill: Drill, choices: DrillChoices, metricsPort = 0): Promise<DrillReport> {
  await using open = new AsyncDisposableStack();
  const stage = await openStage(drill.backend, drill.settings);
  open.defer(() => stage.close());
  const page = await openDrillPage(drill.name, metricsPort);
  open.defer(() => {
    page.close();
  });
  const alerts = await watchAlerts(stage, page.host);
  open.defer(() => alerts?.close());
  const outcome = await drill.perform(stage, page, choices);
  return { drill: drill.name, at: new Date().toISOString(), ...outcome, alerts: (await alerts?.seen()) ?? null };
}
