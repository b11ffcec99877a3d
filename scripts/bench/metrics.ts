import { OperatorError } from '../support/operator-error.js';

/** One sample of a process's /metrics. @throws OperatorError when it tells none of this name */
export async function sampleOf(url: string, name: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const value = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1];
  if (value === undefined) throw new OperatorError(`${url} tells no ${name}.`);
  return Number(value);
}
