import { parseArgs } from 'node:util';
import { givenSettings } from '../launcher/settings.js';

export interface Asked {
  /** Of processes, such as `http://127.0.0.1:3000`. */
  readonly urls: readonly string[];
  readonly json: boolean;
}

/** `[--json] [URL …]`; without any, the API and the worker of this machine, at the ports that are set. */
export function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const { PORT = '3000', WORKER_PORT = '3001' } = givenSettings();
  const here = [PORT, WORKER_PORT].map((port) => `http://127.0.0.1:${port}`);
  return { urls: positionals.length > 0 ? positionals : here, json: values.json };
}
