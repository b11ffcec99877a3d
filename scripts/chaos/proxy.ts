import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Connection {
  readonly client: net.Socket;
  readonly server: net.Socket;
  /** The server has lost it, and the client does not know yet. */
  lost: boolean;
}

/** A way over loopback from one of our processes to one of its servers, on which everything can happen that networks do. */
export class Proxy {
  private readonly connections = new Set<Connection>();
  /** Resolves when it is mended; undefined while it is whole. */
  private broken: PromiseWithResolvers<undefined> | undefined;
  private delay = 0;

  private constructor(
    private readonly listener: net.Server,
    private target: number,
  ) {
    listener.on('connection', (client) => void this.carry(client));
  }

  /** @param target the server's port */
  static async open(target: number): Promise<Proxy> {
    const listener = net.createServer({ allowHalfOpen: true, noDelay: true });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new Proxy(listener, target);
  }

  /** `url` by this way. */
  by(url: string): string {
    const there = new URL(url);
    there.port = String((this.listener.address() as net.AddressInfo).port);
    return there.href;
  }

  /** Nothing arrives any more on either side, and nobody is told. */
  cut(): void {
    this.broken ??= Promise.withResolvers<undefined>();
  }

  /** Everything arrives so many milliseconds later. */
  slow(milliseconds: number): void {
    this.delay = milliseconds;
  }

  /** All is well again. What was on the way when it was cut arrives late. */
  clear(): void {
    this.delay = 0;
    this.broken?.resolve(undefined);
    this.broken = undefined;
  }

  /** Every connection is reset on both sides. */
  reset(): void {
    for (const { client, server } of this.connections) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** The server loses every connection now; the client hears of it so many milliseconds later. */
  lose(milliseconds: number): void {
    for (const connection of this.connections) {
      connection.lost = true;
      connection.server.destroy();
      setTimeout(() => connection.client.destroy(), milliseconds).unref();
    }
  }

  /** From now on to another server; what is open to the one before ends. @param target its port */
  leadTo(target: number): void {
    this.target = target;
    this.lose(0);
  }

  close(): void {
    this.listener.close();
    this.clear();
    for (const { client, server } of this.connections) {
      client.destroy();
      server.destroy();
    }
  }

  private async carry(client: net.Socket): Promise<void> {
    client.on('error', () => undefined);
    await this.broken?.promise;
    if (client.destroyed) return;
    const server = net.connect({ port: this.target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    const connection: Connection = { client, server, lost: false };
    server.on('error', () => {
      if (!connection.lost) client.destroy();
    });
    this.connections.add(connection);
    await Promise.all([this.pump(connection, client, server), this.pump(connection, server, client)]);
    this.connections.delete(connection);
  }

  private async pump(connection: Connection, from: net.Socket, to: net.Socket): Promise<void> {
    try {
      for await (const bytes of from) {
        if (this.delay > 0) await sleep(this.delay);
        await this.broken?.promise;
        if (!connection.lost && !to.write(bytes as Buffer)) await once(to, 'drain');
      }
      if (!connection.lost) to.end();
    } catch {
      if (!connection.lost) to.destroy();
    }
  }
}
