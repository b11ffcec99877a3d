import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';

/** Seconds; finest around the promises made in the service level objectives (0.1, 0.2, 0.4, 1, 3). */
export const DURATION_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1, 3, 10];

/**
 * What features count and time. Labels come from closed sets only (states, reasons, stages, names of the schema): never
 * a person, a credential, a device, a score or anything that a client wrote.
 */
@Injectable()
export class Telemetry {
  private readonly validations: Counter<'outcome' | 'reason'>;
  private readonly enrolments: Counter<'outcome' | 'reason'>;
  private readonly stages: Histogram<'stage'>;
  private readonly jobs: Histogram<'queue' | 'outcome'>;
  private readonly operations: Histogram<'operation' | 'field'>;
  private readonly operationOutcomes: Counter<'operation' | 'field' | 'outcome'>;
  private readonly refusedOperations: Counter<'code'>;

  constructor(registry: Registry) {
    const registers = [registry];
    const buckets = DURATION_BUCKETS;
    this.validations = new Counter({
      name: 'presente_validations_total',
      help: 'Validation attempts that reached a final state.',
      labelNames: ['outcome', 'reason'],
      registers,
    });
    this.enrolments = new Counter({
      name: 'presente_enrolments_total',
      help: 'Enrolments that reached a final state.',
      labelNames: ['outcome', 'reason'],
      registers,
    });
    this.stages = new Histogram({
      name: 'presente_face_stage_duration_seconds',
      help: 'Time in one stage of the face pipeline.',
      labelNames: ['stage'],
      buckets,
      registers,
    });
    this.jobs = new Histogram({
      name: 'presente_job_duration_seconds',
      help: 'Time in the handler of a job, for each try.',
      labelNames: ['queue', 'outcome'],
      buckets,
      registers,
    });
    this.operations = new Histogram({
      name: 'presente_graphql_field_duration_seconds',
      help: 'Time to resolve a field of the query or mutation type.',
      labelNames: ['operation', 'field'],
      buckets,
      registers,
    });
    this.operationOutcomes = new Counter({
      name: 'presente_graphql_fields_total',
      help: 'Fields of the query or mutation type that were resolved; outcome is "ok" or the code of the error.',
      labelNames: ['operation', 'field', 'outcome'],
      registers,
    });
    this.refusedOperations = new Counter({
      name: 'presente_graphql_refused_total',
      help: 'GraphQL requests refused before anything of them ran.',
      labelNames: ['code'],
      registers,
    });
  }

  /** @param outcome the final state; @param reason its reason code */
  validationEnded(outcome: string, reason: string): void {
    this.validations.inc({ outcome, reason });
  }

  /** @param outcome the final state; @param reason its reason code, `NONE` when it has none */
  enrolmentEnded(outcome: string, reason: string): void {
    this.enrolments.inc({ outcome, reason });
  }

  stage(stage: string, seconds: number): void {
    this.stages.observe({ stage }, seconds);
  }

  jobEnded(queue: string, outcome: 'done' | 'skipped' | 'failed', seconds: number): void {
    this.jobs.observe({ queue, outcome }, seconds);
  }

  /** @param outcome `ok` or an error code */
  fieldResolved(operation: string, field: string, outcome: string, seconds: number): void {
    this.operations.observe({ operation, field }, seconds);
    this.operationOutcomes.inc({ operation, field, outcome });
  }

  operationRefused(code: string): void {
    this.refusedOperations.inc({ code });
  }
}
