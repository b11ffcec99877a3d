/** Something the person at the terminal can mend: its message says what is wrong and what to do, and is shown without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** Ends the process as failed, with the message of an {@link OperatorError} or the stack of anything else. */
export function exitWith(error: unknown): never {
  const text = error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${text ?? 'unknown error'}\n`);
  process.exit(1);
}
