/** Milliseconds in which one QR that is shown again is still the same visit. */
const SAME_VISIT = 10_000;
/** A QR that was out of sight for less was not taken away. */
const STILL_SHOWN = 1_000;

/** Tells a QR that somebody shows from one that they go on holding. Keeps the text of the last one, and only for a while. */
export class Showings {
  private last: { readonly text: string; readonly began: number; seen: number } | undefined;

  /** @param now milliseconds. @returns whether it is a new showing */
  isNew(text: string, now: number): boolean {
    const { last } = this;
    if (last?.text === text) {
      const isSame = now - last.began < SAME_VISIT || now - last.seen < STILL_SHOWN;
      last.seen = now;
      if (isSame) return false;
    }
    this.last = { text, began: now, seen: now };
    return true;
  }

  /** Nobody has looked for a while: what was shown last is taken to be there still, as a card that somebody left lying. */
  carryOn(now: number): void {
    if (this.last !== undefined) this.last.seen = now;
  }

  /** Forgets a QR that has been out of sight for long enough. */
  tidy(now: number): void {
    if (this.last !== undefined && now - this.last.seen >= SAME_VISIT) this.last = undefined;
  }

  /** The next QR is a new one, whatever it says. */
  forget(): void {
    this.last = undefined;
  }
}
