export interface StoredLine {
  /** Grows with each line that is stored, compared as text. */
  readonly id: string;
  /** One JSON object. */
  readonly line: string;
}

/** Before the first line. */
export const FIRST_ID = '0';

/** Port to where the newest lines of all processes are; older ones are forgotten by number. */
export abstract class LogStore {
  /** In their order, after all that is there. */
  abstract append(lines: readonly string[]): Promise<void>;
  /** Newest first. @param id of the line before which to begin; undefined for the newest */
  abstract before(id: string | undefined, count: number): Promise<StoredLine[]>;
  /** Oldest first, those after `id`: none of them was there when a line with this or a higher id was read. */
  abstract after(id: string, count: number): Promise<StoredLine[]>;
  abstract close(): Promise<void>;
}
