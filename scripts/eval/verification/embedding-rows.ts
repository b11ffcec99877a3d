import { type EmbeddingRows } from './all-pairs.js';
import { type LabelledSet } from './labelled-set.js';

/** Of each image of a set; undefined where it gave no face. */
export type SetEmbeddings = readonly (Float32Array | undefined)[];

/** The embeddings there are, as rows; those of one identity stay next to each other. */
export const rowsOf = (set: LabelledSet, embeddings: SetEmbeddings): EmbeddingRows =>
  rowsFrom(set.images.map(({ identity }, index) => ({ identity, embedding: embeddings[index] })));

/** As `rowsOf`, of any list. */
export function rowsFrom(
  list: readonly { readonly identity: number; readonly embedding: Float32Array | undefined }[],
): EmbeddingRows {
  const acquired = list.flatMap(({ identity, embedding }) =>
    embedding === undefined ? [] : [{ identity, embedding }],
  );
  const dimensions = Math.ceil((acquired[0]?.embedding.length ?? 0) / 4) * 4;
  const values = new Float32Array(acquired.length * dimensions);
  acquired.forEach(({ embedding }, row) => {
    values.set(embedding, row * dimensions);
  });
  return { values, dimensions, identities: Int32Array.from(acquired, ({ identity }) => identity) };
}
