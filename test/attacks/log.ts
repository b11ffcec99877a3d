import { ApiClient } from '../../scripts/client/api-client.js';
import { type RunningProcess } from '../support/stack.js';
import { until } from '../support/until.js';

/** The first line of a process's log with this text; undefined when none comes. */
export async function lineWith({ url, log }: RunningProcess, text: string): Promise<string | undefined> {
  // What was written before a line that has arrived has arrived, too.
  const last = crypto.randomUUID();
  await new ApiClient(url, undefined, last).send('{ __typename }');
  await until(() => Promise.resolve(log.some((line) => line.includes(last))));
  return log.find((line) => line.includes(text));
}
