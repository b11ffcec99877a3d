/** The name of the foreign key that `error` broke, if that is what happened (SQLSTATE 23503). */
export function violatedForeignKey(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { driverError } = error as { driverError?: { code?: unknown; constraint?: unknown } };
  return driverError?.code === '23503' && typeof driverError.constraint === 'string'
    ? driverError.constraint
    : undefined;
}
