import { Guard } from './guard.js';
import { DEPENDENCIES, type Dependency, POLICIES } from './policies.js';

/** One guard for each dependency of this process. */
export class Guards {
  private readonly guards: Readonly<Record<Dependency, Guard>>;

  /** @param make another kind of guard, where faults are injected */
  constructor(make: (dependency: Dependency) => Guard = (dependency) => new Guard(POLICIES[dependency])) {
    this.guards = Object.fromEntries(DEPENDENCIES.map((dependency) => [dependency, make(dependency)])) as Record<
      Dependency,
      Guard
    >;
  }

  of(dependency: Dependency): Guard {
    return this.guards[dependency];
  }
}
