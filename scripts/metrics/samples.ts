/** A number as `/metrics` gives it. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>\S+)/;

/** Of the text format of Prometheus, as our processes write it. */
export const samplesOf = (text: string): Sample[] =>
  text.split('\n').flatMap((line) => {
    const { name, labels = '', value } = LINE.exec(line)?.groups ?? {};
    if (name === undefined) return [];
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', of = '']) => [key, of] as const);
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
  });

export const sum = (samples: readonly Sample[], name: string, labels: Sample['labels'] = {}): number =>
  samples
    .filter((sample) => sample.name === name && Object.entries(labels).every(([key, of]) => sample.labels[key] === of))
    .reduce((total, { value }) => total + value, 0);

/** Edge of the bucket in which the `q`-th part of a histogram ends; undefined when it is empty or beyond the last edge. */
export function quantile(
  samples: readonly Sample[],
  q: number,
  histogram: string,
  labels: Sample['labels'] = {},
): number | undefined {
  const found = samples.flatMap(({ name, labels: { le } }) =>
    name === `${histogram}_bucket` && le !== undefined && le !== '+Inf' ? [le] : [],
  );
  const edges = [...new Set(found)].toSorted((a, b) => Number(a) - Number(b));
  const all = sum(samples, `${histogram}_count`, labels);
  if (all === 0) return undefined;
  const edge = edges.find((le) => sum(samples, `${histogram}_bucket`, { ...labels, le }) >= q * all);
  return edge === undefined ? undefined : Number(edge);
}
