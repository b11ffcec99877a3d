/** Makes the compiler prove that a closed set was switched on whole. */
export function assertNever(value: never): never {
  throw new Error(`Unreachable: ${String(value)}`);
}
