import { Inject, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Pressure } from '../resilience/pressure.js';
import { Sheds } from '../resilience/sheds.js';
import { LoadShedder } from './load-shedder.js';

/** The API's alone. Comes before the body parsers, because those are added when the application has been made. */
@Module({})
export class SheddingModule {
  constructor(
    { httpAdapter }: HttpAdapterHost,
    @Inject(ENVIRONMENT) env: Environment,
    sheds: Sheds,
    pressure: Pressure,
  ) {
    httpAdapter.use(new LoadShedder(env.REQUESTS_AT_ONCE, sheds, pressure).middleware);
  }
}
