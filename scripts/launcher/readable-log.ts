import { z } from 'zod';

/** From `warn` up. */
const shown = new Set(['warn', 'error', 'fatal']);
const entry = z.object({
  level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
  msg: z.string().default(''),
  context: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** How Nest logs before it has a logger, and dumps its buffer in a crash. */
const nestInformation = /^\[Nest\] .* (LOG|DEBUG|VERBOSE) /;

/**
 * What a person at the terminal should see of a line that a child printed: a pino line from `warn` up in short, any
 * other log line not at all (undefined), and what is no pino line, such as the stack of a crash, as it is.
 */
export function readableLog(line: string): string | undefined {
  const parsed = entry.safeParse(fromJson(line));
  if (!parsed.success) return line.trim() === '' || nestInformation.test(line) ? undefined : line;
  const { level, msg, context, err } = parsed.data;
  if (!shown.has(level)) return undefined;
  const details = [context && `[${context}]`, msg, err && err.message !== msg && `(${err.message})`];
  return [level.toUpperCase(), ...details.filter(Boolean)].join(' ');
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
