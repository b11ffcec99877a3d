import {
  type Dashboard as GrafanaDashboard,
  DashboardBuilder,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode } from '@grafana/grafana-foundation-sdk/common';
import { type Dashboard, type Panel } from './panel.js';

/** The Prometheus that is chosen on top of the dashboard; the first that Grafana knows. */
const SOURCE = { type: 'prometheus', uid: '$source' };

const GOOD = 'green';
const BAD = 'red';

function thresholds({ bad, worseBelow = false }: Panel): ThresholdsConfigBuilder {
  const steps =
    bad === undefined
      ? [{ value: null, color: GOOD }]
      : [
          { value: null, color: worseBelow ? BAD : GOOD },
          { value: bad, color: worseBelow ? GOOD : BAD },
        ];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}

function panelOf(panel: Panel): StatBuilder | TimeseriesBuilder {
  const builder =
    panel.kind === 'number'
      ? new StatBuilder()
      : new TimeseriesBuilder()
          .fillOpacity(10)
          .thresholdsStyle(
            new GraphThresholdsStyleConfigBuilder().mode(
              panel.bad === undefined ? GraphThresholdsStyleMode.Off : GraphThresholdsStyleMode.Line,
            ),
          );
  builder
    .title(panel.title)
    .description(panel.about)
    .unit(panel.unit)
    .datasource(SOURCE)
    .thresholds(thresholds(panel))
    .height(panel.kind === 'number' ? 4 : 8)
    .span(panel.width ?? (panel.kind === 'number' ? 4 : 8));
  for (const { expr, legend } of panel.queries) {
    const query = new DataqueryBuilder().expr(expr).legendFormat(legend).datasource(SOURCE);
    builder.withTarget(panel.kind === 'number' ? query.instant() : query.range().exemplar(true));
  }
  return builder;
}

/** As every Grafana imports it; the newer format, of resources, only the newest do. */
/* eslint-disable @typescript-eslint/no-deprecated */
export function render({ uid, title, about, rows }: Dashboard): GrafanaDashboard {
  const builder = new DashboardBuilder(`Presente · ${title}`)
    .uid(uid)
    .description(about)
    .tags(['presente'])
    .refresh('15s')
    .time({ from: 'now-1h', to: 'now' })
    .timezone('browser')
    .readonly()
    .withVariable(new DatasourceVariableBuilder('source').label('Prometheus').type('prometheus'))
    .link(new DashboardLinkBuilder('Presente').type(DashboardLinkType.Dashboards).tags(['presente']).asDropdown(true));
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panelOf(panel));
  }
  return builder.build();
}
