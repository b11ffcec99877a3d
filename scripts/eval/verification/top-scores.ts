/**
 * The highest scores of a stream of any length, exactly, in memory for twice as many as are kept.
 * The tail of 112 million impostor scores decides a threshold; all of them would need half a gigabyte.
 */
export class TopScores {
  private readonly buffer: Float32Array;
  private used = 0;
  private floor = -Infinity;

  /** @param capacity how many of the highest scores are kept, at least 1 */
  constructor(private readonly capacity: number) {
    this.buffer = new Float32Array(2 * capacity);
  }

  add(score: number): void {
    if (score <= this.floor) return;
    this.buffer[this.used++] = score;
    if (this.used === this.buffer.length) this.shrink();
  }

  /** Highest first; as many as were kept or as there were. Scores are single precision. */
  descending(): Float32Array {
    return this.buffer.slice(0, this.used).sort().reverse().slice(0, this.capacity);
  }

  /** Once the buffer is full, scores at or below the lowest that is kept can't matter any more. */
  private shrink(): void {
    this.buffer.sort();
    this.buffer.copyWithin(0, this.capacity);
    this.used = this.capacity;
    this.floor = this.buffer[0] ?? -Infinity;
  }
}
