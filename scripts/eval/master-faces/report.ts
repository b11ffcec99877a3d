import { type ModelIdentity } from '../../../src/platform/face/face-engine.js';
import { repeatableRandom } from '../random.js';
import { type Candidate, coverOf, type Target } from './cover.js';
import { bestEmbeddings, bestPictures } from './search.js';

/** Draws of random faces to compare with. */
const DRAWS = 200;

/** Parts of identities, 0..1. */
export interface Cover {
  /** Of the people that the faces were searched on. */
  readonly searched: number;
  /** Of people that the search never saw: what such faces would open in another school. */
  readonly others: number;
}

/** The result of `eval master-faces`, as `--json` prints it. */
export interface MasterFacesReport {
  readonly engine: string;
  readonly model: ModelIdentity;
  readonly fmr: number;
  readonly threshold: number;
  readonly faces: number;
  readonly identities: { readonly searched: number; readonly others: number };
  /** The best pictures of people of the searched half. */
  readonly pictures: Cover;
  /** Embeddings that were climbed to, which no picture need have. */
  readonly embeddings: Cover;
  /** As many pictures drawn at random: the mean, and what 95 % of draws stay below. */
  readonly random: { readonly mean: number; readonly high: number };
}

export interface Halves {
  readonly searched: readonly Target[];
  readonly others: readonly Target[];
  /** Pictures of the searched half. */
  readonly candidates: readonly Candidate[];
}

export function masterFaces(
  { searched, others, candidates }: Halves,
  threshold: number,
  faces: number,
): Pick<MasterFacesReport, 'identities' | 'pictures' | 'embeddings' | 'random'> {
  const cover = (found: readonly Candidate[]): Cover => ({
    searched: coverOf(found, searched, threshold) / searched.length,
    others: coverOf(found, others, threshold) / others.length,
  });
  return {
    identities: { searched: searched.length, others: others.length },
    pictures: cover(bestPictures(candidates, searched, threshold, faces)),
    embeddings: cover(bestEmbeddings(candidates, searched, threshold, faces)),
    random: randomCover(candidates, others, threshold, faces),
  };
}

function randomCover(
  candidates: readonly Candidate[],
  others: readonly Target[],
  threshold: number,
  faces: number,
): MasterFacesReport['random'] {
  const random = repeatableRandom();
  const covers = Array.from({ length: DRAWS }, () => {
    const drawn = Array.from(
      { length: faces },
      () => candidates[Math.floor(random() * candidates.length)] ?? [],
    ).flat();
    return coverOf(drawn, others, threshold) / others.length;
  }).sort((a, b) => a - b);
  return {
    mean: covers.reduce((sum, part) => sum + part, 0) / DRAWS,
    high: covers[Math.floor(0.95 * DRAWS)] ?? 0,
  };
}

/** For people. */
export function readableMasterFaces(report: MasterFacesReport): string {
  const { faces, identities, pictures, embeddings, random } = report;
  return [
    `${report.engine}: ${report.model.id} ${report.model.version}; at FMR ${report.fmr} (${report.threshold.toFixed(4)}), one template a person`,
    `${faces} faces searched on ${identities.searched} people pass for`,
    `  pictures:   ${percent(pictures.searched)} of them, ${percent(pictures.others)} of ${identities.others} others`,
    `  embeddings: ${percent(embeddings.searched)} of them, ${percent(embeddings.others)} of the others`,
    `  at random:  ${percent(random.mean)} of the others, 95 % of draws at most ${percent(random.high)}`,
  ].join('\n');
}

const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;
