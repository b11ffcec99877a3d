import { Injectable, Optional } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { FaultPoint } from '../../platform/faults/fault.js';
import { FaultSwitch } from '../../platform/faults/fault-switch.js';
import { Guards } from '../../platform/resilience/guards.js';
import { DEPENDENCIES } from '../../platform/resilience/policies.js';
import { SHED_WORK, Sheds } from '../../platform/resilience/sheds.js';

const STATES = ['closed', 'half-open', 'open'] as const;

/** What is left alone because it does not answer, and what is turned away because there is too much of it. */
@Injectable()
export class ResilienceGauges {
  constructor(registry: Registry, guards: Guards, sheds: Sheds, @Optional() faults?: FaultSwitch) {
    const registers = [registry];
    const labelNames = ['dependency'];
    new Gauge({
      name: 'presente_breaker_state',
      help: '1 for the state that the breaker before a dependency is in.',
      labelNames: ['dependency', 'state'],
      registers,
      collect() {
        for (const dependency of DEPENDENCIES) {
          const now = guards.of(dependency).state;
          for (const state of STATES) this.set({ dependency, state }, state === now ? 1 : 0);
        }
      },
    });
    new Counter({
      name: 'presente_breaker_opened_total',
      help: 'How often a dependency was found away and left alone.',
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const dependency of DEPENDENCIES) this.inc({ dependency }, guards.of(dependency).counts.opened);
      },
    });
    new Counter({
      name: 'presente_breaker_refused_total',
      help: 'Calls that were refused at once because a dependency was left alone.',
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const dependency of DEPENDENCIES) this.inc({ dependency }, guards.of(dependency).counts.refused);
      },
    });
    new Counter({
      name: 'presente_shed_total',
      help: 'What was turned away, with "try again", because there was too much of it.',
      labelNames: ['work'],
      registers,
      collect() {
        this.reset();
        for (const work of SHED_WORK) this.inc({ work }, sheds.of(work));
      },
    });
    new Gauge({
      name: 'presente_fault_active',
      help: '1 while this process is told to break something on purpose.',
      labelNames: ['point'],
      registers,
      collect() {
        for (const point of Object.values(FaultPoint)) this.set({ point }, faults?.at(point) === undefined ? 0 : 1);
      },
    });
    new Counter({
      name: 'presente_faults_injected_total',
      help: 'Calls that were broken on purpose.',
      labelNames: ['point'],
      registers,
      collect() {
        this.reset();
        for (const point of Object.values(FaultPoint)) this.inc({ point }, faults?.struckAt(point) ?? 0);
      },
    });
  }
}
