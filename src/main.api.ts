import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { ApiModule } from './api.module.js';
import { environmentOrExit } from './config/env.js';
import { configureHttp } from './platform/http/configure-http.js';
import { runUntilToldToStop } from './platform/http/lifecycle.js';
import { serveWebPages } from './platform/http/web-pages.js';

const env = environmentOrExit();
const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(env), { bufferLogs: true });
app.useLogger(app.get(Logger));
configureHttp(app, env);
serveWebPages(app, env);
runUntilToldToStop(app);
await app.listen(env.PORT, env.HOST);
