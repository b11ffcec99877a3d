import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AnyoneMay } from '../../common/context/anyone-may.js';
import { Readiness, type ReadinessReport } from './readiness.service.js';

@Controller('health')
@AnyoneMay('tells only whether the parts answer')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs and its event loop turns; whoever gets no answer should restart it. */
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** 200 once this process has been ready for the first time; until then, whoever watches it has patience. */
  @Get('started')
  async started(@Res({ passthrough: true }) response: Response): Promise<{ readonly status: 'started' | 'starting' }> {
    const started = await this.readiness.hasBeenReady();
    response.status(started ? 200 : 503);
    return { status: started ? 'started' : 'starting' };
  }

  /** 200: send work here. 503: not now; `checks` says which part is missing. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    response.status(report.status === 'ready' ? 200 : 503);
    return report;
  }
}
