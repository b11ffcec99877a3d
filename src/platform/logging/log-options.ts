import os from 'node:os';
import { type LoggerOptions, stdTimeFunctions } from 'pino';
import { currentContext } from '../../common/context/request-context.js';
import { type Environment } from '../../config/env.js';
import { loggableError } from './loggable-error.js';
import { redactedPaths } from './redaction.js';

export type Service = 'api' | 'worker';

/** One JSON object a line; every line that a request causes carries its correlation id, in the API and in the worker. */
export const logOptions = (env: Pick<Environment, 'LOG_LEVEL'>, service: Service): LoggerOptions => ({
  level: env.LOG_LEVEL,
  base: { service, pid: process.pid, hostname: os.hostname() },
  timestamp: stdTimeFunctions.isoTime,
  redact: { paths: redactedPaths, censor: '[hidden]' },
  serializers: { err: loggableError, error: errorOrText },
  mixin: correlation,
});

function correlation(): object {
  const context = currentContext();
  return context === undefined ? {} : { correlationId: context.correlationId };
}

const errorOrText = (value: unknown): unknown => (value instanceof Error ? loggableError(value) : value);
