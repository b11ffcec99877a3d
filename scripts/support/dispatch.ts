import { exitWith } from './operator-error.js';

export interface Command {
  readonly usage: string;
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** Runs the command that the first word names; an unknown word or option, or none, shows how to call it and ends with 2. */
export async function dispatch(
  commands: Readonly<Record<string, Command>>,
  [word = '', ...args]: readonly string[],
): Promise<void> {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (command !== undefined) await run(command, args);
  else misused(word === '' ? 'What is to be done?' : `There is no ${word}.`, Object.values(commands));
}

/** Runs a command that has no words of its own, likewise. */
export async function run(command: Command, args: readonly string[]): Promise<void> {
  await command.run(args).catch((error: unknown) => {
    if (isMisuse(error)) misused(error.message, [command]);
    else exitWith(error);
  });
}

function misused(why: string, commands: readonly Command[]): void {
  process.stderr.write(`${why} Usage:\n${commands.map(({ usage }) => `  ${usage}\n`).join('')}`);
  process.exitCode = 2;
}

/** Thrown by `parseArgs` for an option that it does not know or that lacks its value. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
