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
  /** What was said since it began. @param brokenAt milliseconds since 1970 */
  seen(brokenAt: number): Promise<readonly AlertSeen[]>;
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
    seen: async (brokenAt) => {
      const first = 'min by (alertname, alertstate) (min_over_time(timestamp(ALERTS)[1h:1s]))';
      const said = (await prometheus.query(first)).map(({ metric, value: [, time] }) => ({
        name: metric['alertname'] ?? '',
        isFiring: metric['alertstate'] === 'firing',
        after: Number(time) - brokenAt / 1_000,
      }));
      const byName = Map.groupBy(said, ({ name }) => name);
      byName.delete(WATCHDOG);
      return [...byName].toSorted().map(([name, states]) => {
        const after = Math.min(...states.map((one) => one.after));
        return {
          name,
          state: states.some(({ isFiring }) => isFiring) ? 'firing' : 'pending',
          after: after < 0 ? null : after,
        };
      });
    },
    close: () => prometheus.stop(),
  };
}
