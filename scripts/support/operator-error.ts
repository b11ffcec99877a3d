/** Something the person at the terminal can mend: its message says what is wrong and what to do, and is shown without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The message of an {@link OperatorError}, the stack of anything else. */
export function describe(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Ends the process as failed, saying why. */
export function exitWith(error: unknown): never {
  process.stderr.write(`\n${describe(error)}\n`);
  process.exit(1);
}
