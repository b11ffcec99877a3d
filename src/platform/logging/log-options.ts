import os from 'node:os';
import { type LoggerOptions, stdTimeFunctions } from 'pino';
import { currentContext } from '../../common/context/request-context.js';
import { type Environment } from '../../config/env.js';
import { productVersion } from '../../config/product-version.js';
import { currentTraceId } from '../tracing/tracing.js';
import { masked } from './masked.js';
import { withoutSecrets } from './without-secrets.js';

export type Service = 'api' | 'worker';

/**
 * One JSON object a line; every line that a request causes carries its correlation id, in the API and in the worker. Levels
 * are words and times are ISO 8601, so that CloudWatch Logs Insights and the like find their way without being taught.
 */
export const logOptions = (env: Pick<Environment, 'LOG_LEVEL'>, service: Service): LoggerOptions => ({
  level: env.LOG_LEVEL,
  base: { service, version: productVersion(), pid: process.pid, hostname: os.hostname() },
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }), log: withoutSecrets },
  // pino's own would work on what the formatter has made of the error.
  serializers: { err: (err: unknown) => err },
  hooks: { streamWrite: masked },
  mixin: correlation,
});

function correlation(): object {
  const context = currentContext();
  const traceId = currentTraceId();
  return {
    ...(context !== undefined && { correlationId: context.correlationId }),
    ...(traceId !== undefined && { traceId }),
  };
}
