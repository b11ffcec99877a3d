import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Environment } from '../../config/env.js';
import { FaultSwitch } from '../faults/fault-switch.js';
import { guardWithFaults } from '../faults/faulty-guard.js';
import { Guards } from './guards.js';
import { Pressure } from './pressure.js';
import { Sheds } from './sheds.js';

/** What stands between Presente and what it needs. */
@Global()
@Module({})
export class ResilienceModule {
  /** Only where `FAULTS` is set is there anything that can make faults. */
  static forRoot({ FAULTS }: Pick<Environment, 'FAULTS'>): DynamicModule {
    const faults = FAULTS ? new FaultSwitch() : undefined;
    const guards = faults === undefined ? new Guards() : new Guards((name) => guardWithFaults(name, faults));
    return {
      module: ResilienceModule,
      providers: [
        { provide: Guards, useValue: guards },
        Sheds,
        Pressure,
        ...(faults === undefined ? [] : [{ provide: FaultSwitch, useValue: faults }]),
      ],
      exports: [Guards, Sheds, Pressure, ...(faults === undefined ? [] : [FaultSwitch])],
    };
  }
}
