/** What became of one presentation. */
export interface Outcome {
  /** Person or species. */
  readonly group: string;
  readonly accepted: boolean;
  readonly reason: string;
  /** Passive liveness, 0..1; undefined where nothing was judged, because no frame held one clear face: a non-response. */
  readonly score: number | undefined;
}

/** Of presentations of one kind; shares of all of them, 0..1. */
export interface Tally {
  readonly n: number;
  readonly accepted: number;
  /** Not judged, so not accepted: no face, or refused by a quality gate. */
  readonly nonResponse: number;
}

export const tallyOf = (outcomes: readonly Outcome[]): Tally => ({
  n: outcomes.length,
  accepted: shareOf(outcomes, ({ accepted }) => accepted),
  nonResponse: shareOf(outcomes, ({ score }) => score === undefined),
});

export const tallyByGroup = (outcomes: readonly Outcome[]): (Tally & { readonly group: string })[] =>
  [...Map.groupBy(outcomes, ({ group }) => group)].map(([group, own]) => ({ group, ...tallyOf(own) }));

/** How often each reason was given. */
export const reasonsOf = (outcomes: readonly Outcome[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(outcomes, ({ reason }) => reason)].map(([reason, own]) => [reason, own.length]));

export interface EqualError {
  readonly rate: number;
  /** The score from which on a presentation would count as live there. */
  readonly threshold: number;
}

/**
 * Where as many attacks are taken for living faces as living faces for attacks, of those that were judged; the mean of both
 * rates where no threshold makes them equal. Undefined where nothing was judged on one side.
 */
export function equalError(live: readonly Outcome[], attack: readonly Outcome[]): EqualError | undefined {
  const [honest, presented] = [scoresOf(live), scoresOf(attack)];
  if (honest.length === 0 || presented.length === 0) return undefined;
  const errors = [...new Set([...honest, ...presented, Infinity])].map((threshold) => {
    const passes = (score: number) => score >= threshold;
    return { threshold, bpcer: 1 - shareOf(honest, passes), apcer: shareOf(presented, passes) };
  });
  const best = errors.reduce((a, b) => (Math.abs(b.bpcer - b.apcer) < Math.abs(a.bpcer - a.apcer) ? b : a));
  return { rate: (best.bpcer + best.apcer) / 2, threshold: best.threshold };
}

const scoresOf = (outcomes: readonly Outcome[]): number[] => outcomes.flatMap(({ score }) => score ?? []);

const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length / all.length;
