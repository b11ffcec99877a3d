/** The name of the unique constraint that `error` broke, if that is what happened (SQLSTATE 23505). */
export function violatedUnique(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { driverError } = error as { driverError?: { code?: unknown; constraint?: unknown } };
  return driverError?.code === '23505' && typeof driverError.constraint === 'string'
    ? driverError.constraint
    : undefined;
}
