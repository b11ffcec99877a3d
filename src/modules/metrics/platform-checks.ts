import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { HealthChecks, NotReadyError } from '../../platform/telemetry/health-checks.js';

/** A process writes nothing but what its libraries put into the temporary folder: this much is more than enough. */
const LEAST_FREE_BYTES = 64 * 2 ** 20;

/** Tokens, passes and assertions of devices carry times; kiosks are believed within as much. */
const MOST_APART_MS = 30_000;

/** What both processes need: the database, at the schema of this version, and the queue. */
@Injectable()
export class PlatformChecks {
  private schemaIsCurrent = false;

  constructor(
    checks: HealthChecks,
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {
    checks.register('database', () => this.checkDatabase());
    checks.register('migrations', () => this.checkMigrations());
    checks.register('queue', () => this.checkQueues());
    checks.register('clock', () => this.checkClock());
    checks.register('disk', checkDisk);
  }

  private async checkDatabase(): Promise<void> {
    await this.database.ping();
  }

  private async checkClock(): Promise<void> {
    const apart = Math.abs(await this.database.clockAhead());
    if (apart > MOST_APART_MS)
      throw new NotReadyError(`This clock and that of the database are ${Math.round(apart / 1_000)} s apart.`);
  }

  /** Asked until it is so: a schema does not go back while we run. */
  private async checkMigrations(): Promise<void> {
    if (!this.schemaIsCurrent && (await this.database.pendingMigrations())) {
      throw new NotReadyError('The database has not got the schema of this version: run the migrations.');
    }
    this.schemaIsCurrent = true;
  }

  private async checkQueues(): Promise<void> {
    await Promise.all(this.queues.all().map((queue) => queue.getJobCounts('active')));
  }
}

async function checkDisk(): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < LEAST_FREE_BYTES) throw new NotReadyError('The disk of the temporary folder is full.');
}
