import { type DynamicModule, Module } from '@nestjs/common';
import { FaultWatch } from './fault-watch.js';
import { Faults } from './faults.repository.js';

/** Follows what is to be broken, where the configuration allows it; otherwise it is empty. */
@Module({})
export class FaultsModule {
  static forRoot(isEnabled: boolean): DynamicModule {
    return { module: FaultsModule, providers: isEnabled ? [Faults, FaultWatch] : [] };
  }
}
