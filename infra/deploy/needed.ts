/** Something that whoever deploys can mend or has to know; shown without a stack. */
export class DeploymentError extends Error {
  override readonly name = 'DeploymentError';
}

/** @throws DeploymentError when AWS' answer lacks it */
export function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new DeploymentError(`AWS knows nothing of ${what}.`);
  return value;
}
