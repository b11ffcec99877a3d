import { type DynamicModule, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { destination, type DestinationStream } from 'pino';
import { type Environment } from '../../config/env.js';
import { correlate } from './correlate.js';
import { traceRequests } from '../tracing/trace-requests.js';
import { logOptions, type Service } from './log-options.js';
import { requestLines } from './request-line.js';

/** JSON lines on stdout, and the correlation id of every request. */
@Module({})
export class LoggingModule {
  /** @param stream where lines go; stdout when not given. A process has one root logger: the first module's options are kept. */
  static forRoot(env: Pick<Environment, 'LOG_LEVEL'>, service: Service, stream = stdout()): DynamicModule {
    // pino-http would put its own serializers around ours.
    const options = { ...logOptions(env, service), wrapSerializers: false };
    return {
      module: LoggingModule,
      // Its own middleware runs after the body parser and would miss what that one refuses.
      imports: [LoggerModule.forRoot({ pinoHttp: [options, stream], forRoutes: [] })],
    };
  }

  /** While the application is being made, and so before every other middleware. */
  constructor(_root: PinoLogger, { httpAdapter }: HttpAdapterHost) {
    httpAdapter.use(correlate);
    // The id of a trace is the correlation id.
    httpAdapter.use(traceRequests);
    httpAdapter.use(requestLines(PinoLogger.root));
  }
}

/**
 * Written at once: a line about a crash must not be lost with the process. And pino's default, which writes later, never
 * lets a process end whose reader is gone (sonic-boom 4.2.1: `flushSync` at exit tries again for ever on EPIPE).
 */
export const stdout = (): DestinationStream => destination({ dest: 1, sync: true });
