import { Controller, Get, type OnApplicationBootstrap, Res } from '@nestjs/common';
import { PrometheusController } from '@willsoto/nestjs-prometheus';
import type { Response } from 'express';
import { Registry } from 'prom-client';
import { AnyoneMay } from '../../common/context/anyone-may.js';

/** Gauges of prom-client with the ending of counters, which `promtool` refuses; each is there by kind under another name. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** The library's controller, on the registry of this application instead of the process-wide one. */
@Controller('metrics')
export class MetricsController extends PrometheusController implements OnApplicationBootstrap {
  constructor(private readonly registry: Registry) {
    super();
  }

  /** By now the library has registered all of its own. */
  onApplicationBootstrap(): void {
    for (const name of MISNAMED) this.registry.removeSingleMetric(name);
  }

  @Get()
  @AnyoneMay('numbers about nobody, for whoever the network lets in')
  override async index(@Res({ passthrough: true }) response: Response): Promise<string> {
    response.setHeader('Content-Type', this.registry.contentType);
    return this.registry.metrics();
  }
}
