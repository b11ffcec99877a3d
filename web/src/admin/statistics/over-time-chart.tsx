import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';

interface Props {
  /** One row for each stretch: `stretch` and a count for each series. */
  readonly rows: readonly Record<string, number | string>[];
  readonly series: readonly { readonly name: string; readonly label: string; readonly color: string }[];
}

/** How attempts ended, over time. The numbers stand in a table beside it, which is what a screen reader reads. */
export const OverTimeChart = ({ rows, series }: Props) => (
  <BarChart
    aria-hidden
    h={300}
    data={[...rows]}
    dataKey="stretch"
    type="stacked"
    withLegend
    series={[...series]}
    barChartProps={{ accessibilityLayer: false }}
  />
);
