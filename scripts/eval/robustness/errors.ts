import { compareEmbeddings } from '../../../src/platform/face/fuse.js';
import { type ChosenFace, type FaceReason } from '../../../src/platform/face/choose-face.js';
import { type Target } from '../master-faces/cover.js';
import { type Interval, wilsonInterval } from '../verification/wilson.js';

/** A picture of somebody, as the product sees it. */
export interface Probe {
  readonly identity: number;
  readonly chosen: ChosenFace;
}

/** What becomes of probes at a threshold; rates 0..1. */
export interface Errors {
  readonly probes: number;
  /** Turned away before any comparison, by the reason that the person is told. */
  readonly refused: Readonly<Partial<Record<FaceReason, number>>>;
  readonly compared: number;
  /** Of the probes compared, those that match their own template; null where none was compared. */
  readonly tar: number | null;
  /** 95 % (Wilson), as if the probes were independent. */
  readonly bounds: Interval | null;
  /** Comparisons with templates of others, and how many of them match. */
  readonly impostor: number;
  readonly falseMatches: number;
}

/** @param templates of different people, among them those of the probes */
export function errorsOf(probes: readonly Probe[], templates: readonly Target[], threshold: number): Errors {
  const refused: Partial<Record<FaceReason, number>> = {};
  let [compared, matches, falseMatches] = [0, 0, 0];
  for (const { identity, chosen } of probes) {
    if ('reason' in chosen) refused[chosen.reason] = (refused[chosen.reason] ?? 0) + 1;
    else {
      compared++;
      for (const target of matchedBy(chosen.face.embedding, templates, threshold)) {
        if (target.identity === identity) matches++;
        else falseMatches++;
      }
    }
  }
  return {
    probes: probes.length,
    refused,
    compared,
    tar: compared === 0 ? null : matches / compared,
    bounds: compared === 0 ? null : wilsonInterval(matches, compared),
    impostor: compared * (templates.length - 1),
    falseMatches,
  };
}

const matchedBy = (
  embedding: Float32Array | undefined,
  templates: readonly Target[],
  threshold: number,
): readonly Target[] =>
  embedding === undefined
    ? []
    : templates.filter((target) => compareEmbeddings(embedding, target.embedding) >= threshold);

/** The lowest, the middle and the highest third of the probes that would be compared. */
export function thirds(probes: readonly Probe[], valueOf: (probe: Probe) => number): readonly (readonly Probe[])[] {
  const ascending = probes.filter(({ chosen }) => 'face' in chosen).toSorted((a, b) => valueOf(a) - valueOf(b));
  const [first, second] = [Math.round(ascending.length / 3), Math.round((2 * ascending.length) / 3)];
  return [ascending.slice(0, first), ascending.slice(first, second), ascending.slice(second)];
}
