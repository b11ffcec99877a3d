/** The only module that loads OpenTelemetry's SDK; it is loaded only where spans go somewhere. */
import os from 'node:os';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { productVersion } from '../../config/product-version.js';
import { TraceIds } from './trace-ids.js';

interface Choices {
  readonly service: string;
  /** Of the traces that begin here, 0..1; of others, whoever began them has decided. */
  readonly ratio: number;
}

/**
 * Spans leave in batches, beside the work; when nobody takes them they are dropped. Where they go says the standard environment of
 * OpenTelemetry (`OTEL_EXPORTER_OTLP_ENDPOINT`, `…_HEADERS`, `…_TIMEOUT`), which the exporter reads itself.
 * @returns sends what is left, and ends
 */
export function startOpenTelemetry({ service, ratio }: Choices): () => Promise<void> {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': `presente-${service}`,
      'service.version': productVersion(),
      'service.instance.id': `${os.hostname()}:${process.pid}`,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    idGenerator: new TraceIds(),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}
