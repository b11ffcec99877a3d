import { OperatorError } from './operator-error.js';

/** The value of an option that counts something. @throws OperatorError when it is not a whole number above 0 */
export function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new OperatorError(`${option} must be a whole number above 0.`);
  return value;
}
