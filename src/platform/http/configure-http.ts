import { type NestExpressApplication } from '@nestjs/platform-express';
import { validationPipe } from '../../common/graphql/validation-pipe.js';
import { type Environment } from '../../config/env.js';
import { CORRELATION_HEADER } from '../logging/correlate.js';
import { trustOf } from './client-address.js';
import { HttpErrorFilter } from './http-error.filter.js';
import { securityHeaders } from './security-headers.js';

type HttpSettings = Pick<Environment, 'SANDBOX' | 'CORS_ORIGINS'> & Partial<Pick<Environment, 'TRUST_PROXY'>>;

/** Of a JSON body, and of a message over a socket: a document of a thousand tokens with its variables is far below. */
export const MAX_JSON_BYTES = 262_144;

/** How HTTP behaves in the API and in the worker. Call it before `listen`. */
export function configureHttp(app: NestExpressApplication, env: HttpSettings): void {
  app.set('trust proxy', trustOf(env.TRUST_PROXY ?? 0));
  app.use(securityHeaders(env));
  allowOrigins(app, env.CORS_ORIGINS);
  app.useBodyParser('json', { limit: MAX_JSON_BYTES });
  app.useGlobalFilters(new HttpErrorFilter());
  app.useGlobalPipes(validationPipe());
  limitTimes(app);
}

/** Without an allow-list no other origin's page may read an answer. */
function allowOrigins(app: NestExpressApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', CORRELATION_HEADER],
    exposedHeaders: [CORRELATION_HEADER, 'retry-after'],
    maxAge: 600,
  });
}

function limitTimes(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  // Above the 60 s of an AWS load balancer, which must be the side that closes an idle connection.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
}
