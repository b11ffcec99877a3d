import { Injectable } from '@nestjs/common';

/** Why a part is not ready, in words that anyone may read. */
export class NotReadyError extends Error {}

/** Resolves when the part works; throws when it does not, and only a NotReadyError's message is shown. */
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
