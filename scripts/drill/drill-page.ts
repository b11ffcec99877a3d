import { once } from 'node:events';
import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { Gauge, Registry } from 'prom-client';
import { type Announcer } from './drill.js';

/** The metrics of a drill, for Prometheus: when something is broken, on the same line of time as what people see. */
export interface DrillPage extends Announcer {
  /** `host:port`. */
  readonly host: string;
  /** When it was said that something is broken, milliseconds since 1970; the end of time before. */
  readonly brokenAt: number;
  close(): void;
}

/** @param port 0: any free one */
export async function openDrillPage(drill: string, port: number): Promise<DrillPage> {
  const registry = new Registry();
  const fault = new Gauge({
    name: 'presente_drill_fault',
    help: '1 while a drill breaks something, or more comes than usual.',
    labelNames: ['drill'],
    registers: [registry],
  });
  fault.set({ drill }, 0);
  const server = http.createServer((_request, response) => {
    void registry.metrics().then((text) => response.setHeader('Content-Type', registry.contentType).end(text));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  let brokenAt = Number.POSITIVE_INFINITY;
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    get brokenAt() {
      return brokenAt;
    },
    broken: () => {
      brokenAt = Date.now();
      fault.set({ drill }, 1);
    },
    mended: () => {
      fault.set({ drill }, 0);
    },
    close: () => server.close(),
  };
}
