/**
 * Comparison score of two embeddings: their cosine, −1..1, higher is more alike.
 * @param a unit length, as every engine gives it
 * @throws RangeError when they have different lengths, so can't be of one model
 */
export function compareEmbeddings(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length)
    throw new RangeError(`Embeddings of ${a.length} and ${b.length} numbers can't be compared.`);
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** What a template is made of: what the engine says of one photo. */
export interface Photo {
  readonly embedding: Float32Array;
  /** Of the same photo in a mirror, where the engine gives it. */
  readonly mirrored?: Float32Array | undefined;
}

/**
 * The template of a person: all photos and their mirror pictures fused. The mirror costs its milliseconds once in months, and
 * lifts TAR (docs/adr/0042-accuracy.md). The calibration is made with the same templates.
 * @throws RangeError as `fuseEmbeddings`
 */
export const templateOf = (photos: readonly Photo[]): Float32Array =>
  fuseEmbeddings(photos.flatMap(({ embedding, mirrored }) => (mirrored ? [embedding, mirrored] : [embedding])));

/**
 * One reference out of several photos of one person: the mean of the embeddings, scaled back to unit length.
 * Three photos lift TAR at FMR 1e-4 from 96.8 to 98.9 % (docs/measuring.md).
 * @param embeddings unit length, at least one, all of one model
 * @throws RangeError when there are none, when their lengths differ, or when they cancel out
 */
export function fuseEmbeddings(embeddings: readonly Float32Array[]): Float32Array {
  const [first] = embeddings;
  if (first === undefined) throw new RangeError('No embeddings to fuse.');
  const sum = new Float64Array(first.length);
  for (const embedding of embeddings) {
    if (embedding.length !== sum.length) throw new RangeError("Embeddings of different lengths can't be fused.");
    for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (embedding[index] ?? 0);
  }
  return toUnitLength(sum);
}

/** @throws RangeError for a vector without a direction */
export function toUnitLength(vector: ArrayLike<number>): Float32Array {
  const { length: size } = vector;
  let squares = 0;
  for (let index = 0; index < size; index++) squares += (vector[index] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  if (!(length > 0) || !Number.isFinite(length)) throw new RangeError('The embedding has no direction.');
  const scaled = new Float32Array(size);
  for (let index = 0; index < size; index++) scaled[index] = (vector[index] ?? 0) / length;
  return scaled;
}
