export { MetricsModule } from './metrics.module.js';
export { Readiness } from './readiness.service.js';
