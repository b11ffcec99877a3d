import { compareEmbeddings } from '../../../src/platform/face/fuse.js';
import { type PictureName } from './pictures.js';
import { type Score } from './trial.js';

/** A way to make templates and probes, and to compare them. */
export interface Procedure {
  readonly name: string;
  /** Pictures whose embeddings are added up for each photo of a template, and for each probe. */
  readonly template: readonly PictureName[];
  readonly probe: readonly PictureName[];
  readonly score: Score;
}

const cosine: Score = (template, probe) => compareEmbeddings(template.unit, probe.unit);

/** Asks less of pairs in which one picture says little: its strangers score a little lower, too. */
const byLength =
  (weight: number): Score =>
  (template, probe) =>
    cosine(template, probe) - weight * Math.min(template.length, probe.length);

const both = (name: string, ...pictures: PictureName[]): Procedure => ({
  name,
  template: pictures,
  probe: pictures,
  score: cosine,
});

export const PROCEDURES: readonly Procedure[] = [
  both('as it was: one picture', 'plain'),
  { ...both('mirror picture in the template (the product)', 'plain'), template: ['plain', 'mirrored'] },
  both('mirror picture in template and probe', 'plain', 'mirrored'),
  both('face 6 % larger in the picture', 'larger'),
  both('face 6 % smaller', 'smaller'),
  both('2 pixels higher', 'higher'),
  both('2 pixels lower', 'lower'),
  both('lighter (gamma 0.8)', 'lighter'),
  both('darker (gamma 1.25)', 'darker'),
  both('sharper', 'sharper'),
  both('softer', 'softer'),
  {
    ...both('six crops in the template', 'plain'),
    template: ['plain', 'mirrored', 'larger', 'smaller', 'higher', 'lower'],
  },
  both('six crops in template and probe', 'plain', 'mirrored', 'larger', 'smaller', 'higher', 'lower'),
  both('mirror and sharper in both', 'plain', 'mirrored', 'sharper'),
  { ...both('mirror in both; score less 0.01 × lesser length', 'plain', 'mirrored'), score: byLength(0.01) },
  { ...both('mirror in both; score less 0.04 × lesser length', 'plain', 'mirrored'), score: byLength(0.04) },
];
