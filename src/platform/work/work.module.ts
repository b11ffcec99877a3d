import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Timing } from './timing.js';

const timingOf = (env: Environment): Timing => new Timing(env.CAPTURE_SECONDS, env.PROCESSING_SECONDS);

@Global()
@Module({ providers: [{ provide: Timing, useFactory: timingOf, inject: [ENVIRONMENT] }], exports: [Timing] })
export class WorkModule {}
