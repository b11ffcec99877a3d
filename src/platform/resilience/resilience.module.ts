import { Global, Module } from '@nestjs/common';
import { Guards } from './guards.js';
import { Sheds } from './sheds.js';

/** What stands between Presente and what it needs. */
@Global()
@Module({
  providers: [{ provide: Guards, useFactory: () => new Guards() }, Sheds],
  exports: [Guards, Sheds],
})
export class ResilienceModule {}
