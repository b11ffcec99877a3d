/**
 * The nearest-rank percentile: the smallest value that at least the part `p` of all values does not exceed.
 * @param p 0..1
 * @throws RangeError when there are no values
 */
export function percentile(values: readonly number[], p: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(p * values.length) - 1)];
  if (value === undefined) throw new RangeError('There is no percentile of nothing.');
  return value;
}
