import { subscribe } from 'node:diagnostics_channel';
import { type AddressInfo, type Server } from 'node:net';

/** Imported into a process that is told to listen on any port: says which one it got. */
subscribe('tracing:net.server.listen:asyncEnd', (message) => {
  const { port } = (message as { server: Server }).server.address() as AddressInfo;
  process.stderr.write(`listens on port ${port}\n`);
});
