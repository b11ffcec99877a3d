import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type StartedStack } from '../../launcher/stack.js';

/** Oftener than is usual. */
const SCRAPE_MS = 5_000;

/** Takes traces, and makes nothing of them. */
export async function withTraceSink<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Asks for the metrics of both processes again and again, as Prometheus does. @returns ends it */
export function scraping({ apiUrl, workerUrl }: StartedStack): () => void {
  const timer = setInterval(() => {
    for (const url of [apiUrl, workerUrl]) void fetch(`${url}/metrics`).then((answer) => answer.text());
  }, SCRAPE_MS);
  return () => {
    clearInterval(timer);
  };
}
