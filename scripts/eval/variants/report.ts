import Table from 'cli-table3';
import { type LabelledSet } from '../verification/labelled-set.js';
import { splitByEnrolment } from '../verification/templates.js';
import { type PictureName } from './pictures.js';
import { PROCEDURES, type Procedure } from './table.js';
import { fused, type Labelled, type Outcome, outcomeOf, type Tars, type Vector } from './trial.js';

/** Of each image with a face, what the embedder gives for each picture of it. */
export type Embeddings = Readonly<Record<PictureName, readonly Vector[]>>;

export interface VariantRow {
  readonly procedure: string;
  /** Embeddings to make for each probe; one costs as much as the stage `embed`. */
  readonly embeddingsPerProbe: number;
  /** At FMR 1e-3, 1e-4, 1e-5, with one photo and with three. */
  readonly one: Tars;
  readonly three: Tars;
  /** One photo at 1e-4, of the people with even and with odd numbers: what helps by chance helps on one half only. */
  readonly halves: Tars;
  readonly badPictures: number | null;
}

type Images = LabelledSet['images'];

export const rowsOf = (images: Images, embeddings: Embeddings): VariantRow[] =>
  PROCEDURES.map((procedure) => rowOf(procedure, images, embeddings));

function rowOf(procedure: Procedure, images: Images, embeddings: Embeddings): VariantRow {
  const templates = images.map((_, at) =>
    fused(procedure.template.flatMap((picture) => embeddings[picture][at] ?? [])),
  );
  const probes = images.map((_, at) => fused(procedure.probe.flatMap((picture) => embeddings[picture][at] ?? [])));
  const measured = (photos: number, of: (identity: number) => boolean): Outcome => {
    const split = splitByEnrolment(images, photos);
    const labelled = (at: number, vector: Vector | undefined): Labelled[] => {
      const identity = images[at]?.identity ?? -1;
      return vector === undefined || !of(identity) ? [] : [{ ...vector, identity }];
    };
    return outcomeOf(
      split.enrolments.flatMap((enrolment) =>
        labelled(enrolment.photos[0] ?? -1, fused(enrolment.photos.flatMap((at) => templates[at] ?? []))),
      ),
      split.probes.flatMap((at) => labelled(at, probes[at])),
      procedure.score,
    );
  };
  const everybody = measured(1, () => true);
  return {
    procedure: procedure.name,
    embeddingsPerProbe: procedure.probe.length,
    one: everybody.tars,
    three: measured(3, () => true).tars,
    halves: [0, 1].map((half) => measured(1, (identity) => identity % 2 === half).tars[1] ?? null),
    badPictures: everybody.badPictures,
  };
}

/** For people. */
export function readableVariants(rows: readonly VariantRow[]): string {
  const table = new Table({
    head: [
      'procedure',
      'one photo: 1e-3',
      '1e-4',
      '1e-5',
      'three: 1e-3',
      '1e-4',
      '1e-5',
      'halves at 1e-4',
      'bad pictures',
    ],
    style: { head: [], border: [] },
  });
  for (const { procedure, one, three, halves, badPictures } of rows) {
    table.push([
      procedure,
      ...[...one, ...three].map(percent),
      halves.map(percent).join(' / '),
      badPictures === null ? '-' : `× ${badPictures.toFixed(1)}`,
    ]);
  }
  return table.toString();
}

const percent = (rate: number | null): string => (rate === null ? '-' : (100 * rate).toFixed(2));
