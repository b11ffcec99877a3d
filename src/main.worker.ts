import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { WorkerModule } from './worker.module.js';
import { environmentOrExit } from './config/env.js';
import { configureHttp } from './platform/http/configure-http.js';
import { runUntilToldToStop } from './platform/http/lifecycle.js';

const env = environmentOrExit();
const app = await NestFactory.create<NestExpressApplication>(WorkerModule.forRoot(env), { bufferLogs: true });
app.useLogger(app.get(Logger));
configureHttp(app, env);
runUntilToldToStop(app);
// Metrics and health alone: a worker answers no client.
await app.listen(env.WORKER_PORT, env.HOST);
