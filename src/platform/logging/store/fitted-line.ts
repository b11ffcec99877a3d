/** Characters of a stored line at most. */
export const MAX_LINE = 4_096;

/** Of one text in a line that is too long. */
const MAX_TEXT = 1_000;

/** What says where a line belongs; it is kept whatever else must go. */
const KEPT = ['level', 'time', 'service', 'version', 'pid', 'hostname', 'context', 'correlationId'] as const;

/** A log line that is short enough for the store, cut where it was not; `cut` says so. */
export function fittedLine(line: string): string {
  if (line.length <= MAX_LINE) return line;
  const whole = JSON.parse(line) as Record<string, unknown>;
  const shorter = JSON.stringify({ ...whole, cut: true }, (_key, value: unknown) =>
    typeof value === 'string' ? beginning(value) : value,
  );
  if (shorter.length <= MAX_LINE) return shorter;
  const kept = KEPT.map((key) => [key, whole[key]] as const);
  return JSON.stringify({ ...Object.fromEntries(kept), msg: beginning(String(whole['msg'])), cut: true });
}

const beginning = (text: string): string => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`);
