import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { ApiModule } from './api.module.js';
import { validationPipe } from './common/graphql/validation-pipe.js';
import { environmentOrExit } from './config/env.js';

const env = environmentOrExit();
const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(env), { bufferLogs: true });
app.useLogger(app.get(Logger));
app.useGlobalPipes(validationPipe());
await app.listen(env.PORT, env.HOST);
