import os from 'node:os';
import { type LoggerOptions, stdTimeFunctions } from 'pino';
import { currentContext } from '../../common/context/request-context.js';
import { type Environment } from '../../config/env.js';
import { withoutSecrets } from './without-secrets.js';

export type Service = 'api' | 'worker';

/** One JSON object a line; every line that a request causes carries its correlation id, in the API and in the worker. */
export const logOptions = (env: Pick<Environment, 'LOG_LEVEL'>, service: Service): LoggerOptions => ({
  level: env.LOG_LEVEL,
  base: { service, pid: process.pid, hostname: os.hostname() },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { log: withoutSecrets },
  // pino's own would work on what the formatter has made of the error.
  serializers: { err: (err: unknown) => err },
  mixin: correlation,
});

function correlation(): object {
  const context = currentContext();
  return context === undefined ? {} : { correlationId: context.correlationId };
}
