import { percentile } from '../percentile.js';
import { type Bound } from './bound.js';
import { type Load } from './load.js';
import { type Policy } from './scene.js';

/** List price in US dollars of a vCPU for an hour: AWS Fargate, Linux on x86, us-east-1. */
const DOLLARS_PER_CORE_HOUR = 0.04048;

/** CPU seconds of the processes under load. */
interface Cpu {
  readonly api: number;
  /** Of all workers. */
  readonly worker: number;
  /** NaN where the system does not tell. */
  readonly database: number;
  readonly client: number;
}

/** Times in milliseconds, rates a second. */
export interface ValidationReport {
  readonly policy: Policy;
  readonly visitors: number;
  readonly workers: number;
  /** The most validations that were uploaded and had not ended, of a look twice a second. */
  readonly queueDepth: number;
  readonly validations: number;
  readonly throughput: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Frames a second of the face engine alone, on the same cores. */
  readonly bound: number;
  readonly framesPerValidation: number;
  /** Frames a second / bound */
  readonly ratio: number;
  /** CPU seconds of a thousand validations, and of their frames' pipelines alone. */
  readonly cpuSecondsPerThousand: Cpu & { readonly pipeline: number };
  /** (api + worker) / pipeline */
  readonly cpuRatio: number;
  /** US dollars of the API's and the worker's CPU time for a thousand validations, at Fargate's list price. */
  readonly dollarsPerThousand: number;
}

interface Measured {
  readonly policy: Policy;
  readonly visitors: number;
  readonly workers: number;
  readonly queueDepth: number;
  readonly load: Load;
  readonly cpu: Cpu;
  readonly bound: Bound;
}

export function reportOf({ policy, visitors, workers, queueDepth, load, cpu, bound }: Measured): ValidationReport {
  const { milliseconds, errors: outcomes, seconds } = load;
  const validations = milliseconds.length;
  const throughput = validations / seconds;
  const perThousand = (value: number) => (value * 1_000) / validations;
  const ours = perThousand(cpu.api + cpu.worker);
  const framesPerValidation = load.frames / validations;
  const pipeline = bound.cpuSeconds * 1_000 * framesPerValidation;
  return {
    policy,
    visitors,
    workers,
    queueDepth,
    validations,
    throughput: round(throughput),
    p50: round(percentile(milliseconds, 0.5)),
    p95: round(percentile(milliseconds, 0.95)),
    p99: round(percentile(milliseconds, 0.99)),
    errors: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    outcomes,
    bound: round(bound.framesPerSecond),
    framesPerValidation: round(framesPerValidation),
    ratio: round((throughput * framesPerValidation) / bound.framesPerSecond),
    cpuSecondsPerThousand: {
      api: round(perThousand(cpu.api)),
      worker: round(perThousand(cpu.worker)),
      database: round(perThousand(cpu.database)),
      client: round(perThousand(cpu.client)),
      pipeline: round(pipeline),
    },
    cpuRatio: round(ours / pipeline),
    dollarsPerThousand: Number(((ours / 3_600) * DOLLARS_PER_CORE_HOUR).toPrecision(3)),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function readable(report: ValidationReport): string {
  const { api, worker, database, client, pipeline } = report.cpuSecondsPerThousand;
  return [
    `${report.validations} ${report.policy} validations by ${report.visitors} visitors on ${report.workers} workers, ${report.errors} errors:`,
    `  ${report.throughput} a second; p50 ${report.p50} ms, p95 ${report.p95} ms, p99 ${report.p99} ms; at most ${report.queueDepth} in the queue`,
    `  the face engine alone: ${report.bound} frames a second; ${report.framesPerValidation} frames each, ratio ${report.ratio}`,
    `  CPU seconds of a thousand: API ${api}, worker ${worker}, database ${database}, clients ${client}; pipeline alone ${pipeline};`,
    `  API and worker ${report.cpuRatio} times the pipeline, $${report.dollarsPerThousand} a thousand`,
  ].join('\n');
}
