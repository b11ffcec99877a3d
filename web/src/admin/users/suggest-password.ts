/** Without those that look alike on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/** Twenty random letters in groups of five: 99 bits, and still to be read out. */
export function suggestPassword(): string {
  const letter = (): string => {
    for (;;) {
      const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
      // What would favour the first letters is drawn again.
      if (byte < 256 - (256 % LETTERS.length)) return LETTERS[byte % LETTERS.length] ?? '';
    }
  };
  const group = (): string => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
