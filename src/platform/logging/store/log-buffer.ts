import { type DestinationStream } from 'pino';
import { fittedLine } from './fitted-line.js';

/** Of what waits for the store: some seconds of a busy process. */
const LIMITS = { lines: 10_000, characters: 4_000_000 } as const;

/** Lines on their way to the store, oldest first. When it is full, further ones are lost, and counted; nobody waits. */
export class LogBuffer implements DestinationStream {
  private lines: string[] = [];
  private characters = 0;
  private lost = 0;

  constructor(private readonly limits: { readonly lines: number; readonly characters: number } = LIMITS) {}

  write(line: string): void {
    if (this.lines.length >= this.limits.lines || this.characters >= this.limits.characters) {
      this.lost++;
      return;
    }
    const fitted = fittedLine(line.trimEnd());
    this.lines.push(fitted);
    this.characters += fitted.length;
  }

  /** The oldest, which leave the buffer. */
  take(most: number): string[] {
    const taken = this.lines.splice(0, most);
    this.characters -= lengthOf(taken);
    return taken;
  }

  /** What could not be stored comes back to its place. */
  giveBack(lines: readonly string[]): void {
    this.lines = [...lines, ...this.lines];
    this.characters += lengthOf(lines);
  }

  /** How many were lost since this was last asked. */
  takeLost(): number {
    const { lost } = this;
    this.lost = 0;
    return lost;
  }
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, { length }) => sum + length, 0);
