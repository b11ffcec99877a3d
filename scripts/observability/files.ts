import { renderRules } from './alerts/render.js';
import { DASHBOARDS } from './dashboards/index.js';
import { render } from './dashboards/render.js';

/** What is made from this folder: path in the project → content. */
export const observabilityFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['prometheus/rules.yaml', renderRules()],
    ...DASHBOARDS.map(
      (dashboard) =>
        [`grafana/dashboards/${dashboard.uid}.json`, `${JSON.stringify(render(dashboard), null, 2)}\n`] as const,
    ),
  ]);
