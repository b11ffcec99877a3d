const PINS = 1_000_000;
/** The largest multiple of it that 32 bits hold: what is beyond would favour the first PINs. */
const FAIR = Math.floor(2 ** 32 / PINS) * PINS;

/** Six random digits. */
export function suggestPin(): string {
  for (;;) {
    const [value = FAIR] = crypto.getRandomValues(new Uint32Array(1));
    if (value < FAIR) return String(value % PINS).padStart(6, '0');
  }
}
