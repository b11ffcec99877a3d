import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuthModule } from '../auth.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { CutOffInterceptor } from './cut-off.interceptor.js';
import { Standing } from './standing.js';

/** Ends what is open when the access that it stands on ends. */
@Module({
  imports: [AuthModule, DevicesModule],
  providers: [Standing, { provide: APP_INTERCEPTOR, useClass: CutOffInterceptor }],
})
export class CutOffModule {}
