import { once } from 'node:events';
import net from 'node:net';
import { OperatorError } from './operator-error.js';

/** Listens on the port for a moment: the number it got, or undefined when somebody else has it. */
async function probe(port: number, host: string): Promise<number | undefined> {
  const server = net.createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    const { port: got } = server.address() as net.AddressInfo;
    server.close();
    await once(server, 'close');
    return got;
  } catch {
    return undefined;
  }
}

export const isPortFree = async (port: number, host = '127.0.0.1'): Promise<boolean> =>
  (await probe(port, host)) !== undefined;

/** `first` or the next free port after it; any free port without it. */
export async function freePort(first = 0, host = '127.0.0.1'): Promise<number> {
  for (let port = first; port <= Math.min(first + 100, 65_535); port++) {
    const got = await probe(port, host);
    if (got !== undefined) return got;
  }
  throw new Error(`No free port from ${first} to ${first + 100} on ${host}`);
}

/** A server could not start because another program has its port. */
export class PortTakenError extends OperatorError {}

/**
 * Starts a server on `first` or the next free port after it (without it: on any), and on any other when somebody took
 * that one between our look and the server's.
 * @param start throws {@link PortTakenError} when that happened
 */
export async function onFreePort<T>(first: number | undefined, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(await freePort(first));
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    return start(await freePort());
  }
}
