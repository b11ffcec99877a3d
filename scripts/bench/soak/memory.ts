import { type StartedStack } from '../../launcher/stack.js';
import { sampleOf } from '../metrics.js';

/** Of one process, in bytes, as it tells them itself. */
export interface Memory {
  /** What the system has given it and holds in memory for it. */
  readonly rss: number;
  readonly heapUsed: number;
  /** Buffers and what native libraries tell V8 of. */
  readonly external: number;
}

export interface Sample {
  /** So many were done by then. */
  readonly validations: number;
  readonly api: Memory;
  readonly worker: Memory;
}

export async function memoryOf({ apiUrl, workerUrl }: StartedStack): Promise<Pick<Sample, 'api' | 'worker'>> {
  return { api: await memoryAt(apiUrl), worker: await memoryAt(workerUrl) };
}

async function memoryAt(url: string): Promise<Memory> {
  return {
    rss: await sampleOf(url, 'process_resident_memory_bytes'),
    heapUsed: await sampleOf(url, 'nodejs_heap_size_used_bytes'),
    external: await sampleOf(url, 'nodejs_external_memory_bytes'),
  };
}
