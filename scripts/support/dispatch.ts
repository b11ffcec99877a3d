import { exitWith } from './operator-error.js';

export type Command = (args: readonly string[]) => Promise<void>;

/** Runs the command that the first word names; an unknown word, option or none at all shows how to call it and ends with 2. */
export async function dispatch(
  commands: Readonly<Record<string, { readonly usage: string; readonly run: Command }>>,
  [word = '', ...args]: readonly string[],
): Promise<void> {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (command === undefined) {
    misused(word === '' ? 'What is to be done?' : `There is no ${word}.`, Object.values(commands));
    return;
  }
  await command.run(args).catch((error: unknown) => {
    if (isMisuse(error)) misused(error.message, [command]);
    else exitWith(error);
  });
}

function misused(why: string, commands: readonly { readonly usage: string }[]): void {
  process.stderr.write(`${why} Usage:\n${commands.map(({ usage }) => `  ${usage}\n`).join('')}`);
  process.exitCode = 2;
}

/** Thrown by `parseArgs` for an option that it does not know or that lacks its value. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
