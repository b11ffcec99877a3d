/** A line of a panel. */
export interface Query {
  readonly expr: string;
  /** What the line is called; `{{label}}` stands for the value of a label. */
  readonly legend: string;
}

/** Grafana's ids of units. */
export type Unit = 's' | 'short' | 'ops' | 'reqps' | 'percentunit' | 'bytes' | 'bool';

export interface Panel {
  readonly title: string;
  /** What it shows and what to do when it looks bad: for somebody who was woken up. */
  readonly about: string;
  readonly unit: Unit;
  readonly queries: readonly Query[];
  /** A number now, instead of lines over time. */
  readonly kind?: 'number' | 'lines';
  /** From here on it is bad; with `worseBelow`, below here. */
  readonly bad?: number;
  readonly worseBelow?: boolean;
  /** Of 24. */
  readonly width?: 4 | 6 | 8 | 12 | 24;
  /** Why it may show nothing on an installation that works. */
  readonly mayBeEmpty?: string;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface Dashboard {
  /** Part of its address, so it stays. */
  readonly uid: string;
  readonly title: string;
  readonly about: string;
  readonly rows: readonly Row[];
}

/** A counter of which nothing was counted yet is no line at all; for a panel it is 0. */
export const orZero = (expr: string): string => `${expr} or vector(0)`;

/** How many a second, as Grafana's `$__rate_interval` has it. @param selector of a counter */
export const perSecond = (selector: string, by = ''): string =>
  `sum${by === '' ? '' : ` by (${by}) `}(rate(${selector}[$__rate_interval]))`;

/** @param histogram its name, without `_bucket` @param selector of labels, such as `queue="validation"` */
export const quantile = (q: number, histogram: string, selector = '', by = ''): string =>
  `histogram_quantile(${q}, sum by (${['le', by].filter((label) => label !== '').join(', ')}) (rate(${histogram}_bucket{${selector}}[$__rate_interval])))`;
