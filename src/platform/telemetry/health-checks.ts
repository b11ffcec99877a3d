import { Injectable } from '@nestjs/common';

/** Resolves when the part works; throws, saying what is wrong in words that anyone may read, when it does not. */
export type HealthCheck = () => Promise<void>;

/** What this process needs to do its work. Parts register themselves; readiness asks them all. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    if (this.checks.has(name)) throw new Error(`There is a health check called ${name} already.`);
    this.checks.set(name, check);
  }

  all(): readonly (readonly [name: string, check: HealthCheck])[] {
    return [...this.checks];
  }
}
