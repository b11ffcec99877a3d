/** Validations a second, of two rounds that followed each other. */
export interface Pair {
  readonly on: number;
  readonly off: number;
}

/** What is left of the throughput: the median over pairs, since the machine may be another one from pair to pair. */
export function ratioOf(pairs: readonly Pair[]): number {
  const ratios = pairs.map(({ on, off }) => on / off).toSorted((a, b) => a - b);
  const middle = ratios.length / 2;
  const low = ratios[Math.ceil(middle) - 1];
  const high = ratios[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new RangeError('There is no pair.');
  return (low + high) / 2;
}
