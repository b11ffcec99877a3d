import { z } from 'zod';

/** Longer than a process takes to find out that a part hangs. */
const PATIENCE_MS = 4_000;

const report = z.object({
  status: z.string(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), milliseconds: z.number(), problem: z.string().optional() })),
});

export interface Health extends z.output<typeof report> {
  readonly url: string;
}

/** What a process says of itself; one that does not answer is `away`. */
export async function healthOf(url: string): Promise<Health> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { url, ...report.parse(await response.json()) };
  } catch {
    return { url, status: 'away', checks: {} };
  }
}

/** A line for each process: first what is wrong. */
export const readable = (healths: readonly Health[]): string =>
  healths
    .map(({ url, status, checks }) => {
      const parts = Object.entries(checks)
        .toSorted(([, a], [, b]) => Number(a.ok) - Number(b.ok))
        .map(([name, { ok, milliseconds, problem }]) =>
          ok ? `${name} ${milliseconds} ms` : `${name.toUpperCase()}: ${problem ?? 'does not work'}`,
        );
      return `${url}  ${status.padEnd(9)}  ${parts.join(' · ')}`;
    })
    .join('\n');
