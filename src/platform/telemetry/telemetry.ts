import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';
import { currentTraceId } from '../tracing/tracing.js';

/** Seconds; finest around the promises made in the service level objectives (0.1, 0.2, 0.4, 1, 3). */
export const DURATION_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1, 3, 10];

/** Seconds, for what may wait in a queue: until nobody stands at a door for it any more. */
const WAIT_BUCKETS = [0.01, 0.05, 0.1, 0.2, 0.4, 1, 3, 5, 10, 30, 60];

/** Comparison score above the threshold, so that a policy that changes does not look like faces that do. */
const MARGIN_BUCKETS = [-0.4, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
const LIVE_BUCKETS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/** 0..255. */
const LUMA_BUCKETS = [20, 40, 60, 80, 100, 120, 140, 160, 180, 220];
const EYE_DISTANCE_BUCKETS = [12, 24, 36, 48, 64, 80, 100, 130, 170];
/** Variance of the Laplacian by the standard deviation of the luma. */
const SHARPNESS_BUCKETS = [0.25, 0.55, 1, 2, 4, 8, 16, 32];

/** What the light, the lens and the distance make of a face; nothing that tells one from another. */
export interface SeenFace {
  /** Mean luma, 0..255. */
  readonly brightness: number;
  /** Pixels. */
  readonly eyeDistance: number;
  /** Variance of the Laplacian by the standard deviation of the luma. */
  readonly sharpness: number;
}

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
  private readonly waits: Histogram<'queue'>;
  private readonly completions: Histogram<'queue'>;
  private readonly stalled: Counter<'queue'>;
  private readonly exhausted: Counter<'queue'>;
  private readonly uploads: Histogram<'outcome'>;
  private readonly audited: Counter<'action' | 'outcome'>;
  private readonly lines: Counter<'outcome'>;
  private readonly withExemplars: boolean;
  private readonly margins: Histogram<'outcome'>;
  private readonly liveness: Histogram;
  private readonly faces: Readonly<Record<keyof SeenFace, Histogram>>;

  constructor(registry: Registry) {
    const registers = [registry];
    const buckets = DURATION_BUCKETS;
    // Only OpenMetrics has them.
    const enableExemplars = (registry.contentType as string) === Registry.OPENMETRICS_CONTENT_TYPE;
    this.withExemplars = enableExemplars;
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
      enableExemplars,
    });
    this.jobs = new Histogram({
      name: 'presente_job_duration_seconds',
      help: 'Time in the handler of a job, for each try.',
      labelNames: ['queue', 'outcome'],
      buckets,
      registers,
      enableExemplars,
    });
    this.operations = new Histogram({
      name: 'presente_graphql_field_duration_seconds',
      help: 'Time to resolve a field of the query or mutation type.',
      labelNames: ['operation', 'field'],
      buckets,
      registers,
      enableExemplars,
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
    this.waits = new Histogram({
      name: 'presente_job_wait_seconds',
      help: 'From the transaction that made a job necessary to its last try.',
      labelNames: ['queue'],
      buckets: WAIT_BUCKETS,
      registers,
      enableExemplars,
    });
    this.completions = new Histogram({
      name: 'presente_job_completion_seconds',
      help: 'From the transaction that made a job necessary to its end: of a validation, from the upload to the decision.',
      labelNames: ['queue'],
      buckets: WAIT_BUCKETS,
      registers,
      enableExemplars,
    });
    this.stalled = new Counter({
      name: 'presente_jobs_stalled_total',
      help: 'Jobs whose worker was not heard of any more, and which others took over.',
      labelNames: ['queue'],
      registers,
    });
    this.exhausted = new Counter({
      name: 'presente_jobs_exhausted_total',
      help: 'Jobs whose last try failed.',
      labelNames: ['queue'],
      registers,
    });
    this.uploads = new Histogram({
      name: 'presente_capture_upload_duration_seconds',
      help: 'Time to take an upload of frames; outcome is "taken" or the code of the error.',
      labelNames: ['outcome'],
      buckets,
      registers,
      enableExemplars,
    });
    this.audited = new Counter({
      name: 'presente_audit_events_total',
      help: 'Events that were recorded in the audit.',
      labelNames: ['action', 'outcome'],
      registers,
    });
    this.lines = new Counter({
      name: 'presente_log_lines_total',
      help: 'Log lines on their way to the store; "dropped" are those it could not take.',
      labelNames: ['outcome'],
      registers,
    });
    for (const outcome of ['stored', 'dropped']) this.lines.inc({ outcome }, 0);
    this.margins = new Histogram({
      name: 'presente_comparison_margin',
      help: 'Comparison score above the threshold of the checkpoint; below 0: no match.',
      labelNames: ['outcome'],
      buckets: MARGIN_BUCKETS,
      registers,
    });
    this.liveness = new Histogram({
      name: 'presente_liveness_probability',
      help: 'What the passive liveness network says of the frames of a validation.',
      buckets: LIVE_BUCKETS,
      registers,
    });
    const seen = (name: string, help: string, own: number[]) =>
      new Histogram({ name: `presente_face_${name}`, help, buckets: own, registers });
    this.faces = {
      brightness: seen('brightness', 'Mean luma of the largest face of a frame, 0 to 255.', LUMA_BUCKETS),
      eyeDistance: seen('eye_distance_pixels', 'Distance between the eyes of that face.', EYE_DISTANCE_BUCKETS),
      sharpness: seen('sharpness', 'Laplacian variance by luma deviation of that face.', SHARPNESS_BUCKETS),
    };
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
    this.time(this.stages, { stage }, seconds);
  }

  jobEnded(queue: string, outcome: 'done' | 'skipped' | 'failed', seconds: number): void {
    this.time(this.jobs, { queue, outcome }, seconds);
  }

  /** @param outcome `ok` or an error code */
  fieldResolved(operation: string, field: string, outcome: string, seconds: number): void {
    this.time(this.operations, { operation, field }, seconds);
    this.operationOutcomes.inc({ operation, field, outcome });
  }

  operationRefused(code: string): void {
    this.refusedOperations.inc({ code });
  }

  /**
   * @param seconds since the transaction that made the job necessary
   * @param running of them in the handler, the last time
   */
  jobSettled(queue: string, seconds: number, running: number): void {
    this.time(this.completions, { queue }, seconds);
    this.time(this.waits, { queue }, Math.max(0, seconds - running));
  }

  jobStalled(queue: string): void {
    this.stalled.inc({ queue });
  }

  jobExhausted(queue: string): void {
    this.exhausted.inc({ queue });
  }

  /** @param outcome `taken` or an error code */
  uploadEnded(outcome: string, seconds: number): void {
    this.time(this.uploads, { outcome }, seconds);
  }

  audit(action: string, outcome: string): void {
    this.audited.inc({ action, outcome });
  }

  logLines(outcome: 'stored' | 'dropped', count: number): void {
    this.lines.inc({ outcome }, count);
  }

  /** @param margin comparison score less threshold, −2..2 */
  compared(outcome: string, margin: number): void {
    this.margins.observe({ outcome }, margin);
  }

  /** @param probability of a living face, 0..1 */
  livenessSeen(probability: number): void {
    this.liveness.observe(probability);
  }

  faceSeen({ brightness, eyeDistance, sharpness }: SeenFace): void {
    this.faces.brightness.observe(brightness);
    this.faces.eyeDistance.observe(eyeDistance);
    this.faces.sharpness.observe(sharpness);
  }

  /** A time, with the trace in which it was taken: an exemplar, where there is one. */
  private time<Label extends string>(histogram: Histogram<Label>, labels: Record<Label, string>, value: number): void {
    if (!this.withExemplars) {
      histogram.observe(labels, value);
      return;
    }
    const traceId = currentTraceId();
    histogram.observe({
      labels,
      value,
      ...(traceId !== undefined && { exemplarLabels: { trace_id: traceId } as object }),
    });
  }
}
