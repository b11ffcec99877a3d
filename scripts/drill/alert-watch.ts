import { fromRoot } from '../../src/config/paths.js';
import { type Stage } from '../chaos/stage.js';
import { findExecutable } from '../support/executables.js';
import { startPrometheus } from '../support/prometheus.js';
import { type AlertSeen } from './report.js';

/** More than a process waits for a part that does not answer before it tells of the others. */
const SCRAPE_SECONDS = 4;

/** Fires always. */
const WATCHDOG = 'PresenteWatchdog';

/** Watches a stage with the product's own rules. */
export interface AlertWatch {
  /** What was said since it began. */
  seen(): Promise<readonly AlertSeen[]>;
  close(): Promise<void>;
}

/** @param drillPage `host:port` of the drill's own metrics. @returns undefined where there is no Prometheus */
export async function watchAlerts({ programs }: Stage, drillPage: string): Promise<AlertWatch | undefined> {
  if (findExecutable('prometheus') === undefined) return undefined;
  const hostOf = ({ url }: { readonly url: string }) => new URL(url).host;
  const { api, ...workers } = programs;
  const prometheus = await startPrometheus(
    [
      { job: 'presente-api', targets: [hostOf(api)] },
      { job: 'presente-worker', targets: Object.values(workers).map(hostOf) },
      { job: 'presente-drill', targets: [drillPage] },
    ],
    fromRoot('prometheus/rules.yaml'),
    SCRAPE_SECONDS,
  );
  return {
    seen: async () => {
      const said = await prometheus.query('max by (alertname, alertstate) (max_over_time(ALERTS[1h]))');
      const names = new Set(said.map(({ metric }) => metric['alertname'] ?? ''));
      names.delete(WATCHDOG);
      const isFiring = (name: string) =>
        said.some(({ metric }) => metric['alertname'] === name && metric['alertstate'] === 'firing');
      return [...names].toSorted().map((name) => ({ name, state: isFiring(name) ? 'firing' : 'pending' }));
    },
    close: () => prometheus.stop(),
  };
}
