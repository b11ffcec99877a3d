import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { FaceEngine } from '../face/face-engine.js';
import { JobRuntime } from '../queue/job-runtime.js';
import { type JobBounds, nextJobLimit } from './job-limit.js';

/** Milliseconds between two looks: a few validations. */
const LOOK = 100;

/** Keeps the worker from taking more jobs than its face engine can serve, and from taking too few to keep it busy. */
@Injectable()
export class JobGovernor {
  private readonly bounds: JobBounds;

  constructor(
    private readonly engine: FaceEngine,
    private readonly runtime: JobRuntime,
    @Inject(ENVIRONMENT) { FACE_THREADS, WORKER_CONCURRENCY }: Environment,
  ) {
    const least = Math.min(FACE_THREADS, WORKER_CONCURRENCY);
    this.bounds = { least, most: WORKER_CONCURRENCY, threads: FACE_THREADS };
    runtime.limit = Math.min(2 * FACE_THREADS, WORKER_CONCURRENCY);
  }

  @Interval(LOOK)
  look(): void {
    const load = { ...this.engine.load, jobs: this.runtime.jobsInHand };
    this.runtime.limit = nextJobLimit(this.runtime.limit, load, this.bounds);
  }
}
