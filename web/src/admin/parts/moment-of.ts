/** @param local what a field for date and time holds: `2026-03-01T08:00`, by the clock on the wall; empty for none */
export const momentOf = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
