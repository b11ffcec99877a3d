/** 97.5 % point of the normal distribution: both sides together leave out 5 %. */
const Z = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of a rate of which `hits` of `trials` were seen (E. B. Wilson, 1927). It takes the trials for independent;
 * comparisons that share images are not, so the true interval is wider.
 */
export function wilsonInterval(hits: number, trials: number): Interval {
  const rate = hits / trials;
  const spread = Z ** 2 / trials;
  const centre = rate + spread / 2;
  const half = Z * Math.sqrt((rate * (1 - rate)) / trials + spread / (4 * trials));
  return { low: (centre - half) / (1 + spread), high: (centre + half) / (1 + spread) };
}
