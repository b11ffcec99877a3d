/** Numbers that are the same in every run: mulberry32, good enough to scatter parameters. */
export class Random {
  constructor(private state: number) {}

  between(low: number, high: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return low + ((high - low) * ((bits ^ (bits >>> 14)) >>> 0)) / 2 ** 32;
  }

  oneOf<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.between(0, choices.length))] ?? choices[0];
  }
}
