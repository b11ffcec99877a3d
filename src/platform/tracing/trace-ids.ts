import { type IdGenerator, RandomIdGenerator } from '@opentelemetry/sdk-trace';
import { currentContext } from '../../common/context/request-context.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A trace that begins here has the correlation id as its id, where that is a UUID: so the lines of a request lead to its trace
 * without being searched, and what a kiosk does in several requests under one id is one trace.
 */
export class TraceIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();

  generateTraceId(): string {
    const id = currentContext()?.correlationId.toLowerCase() ?? '';
    return UUID.test(id) ? id.replaceAll('-', '') : this.random.generateTraceId();
  }

  generateSpanId(): string {
    return this.random.generateSpanId();
  }
}
