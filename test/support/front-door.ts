import { once } from 'node:events';
import net from 'node:net';

/** The one address that browsers know, before servers that take each other's place. */
export class FrontDoor {
  private readonly sockets = new Set<net.Socket>();

  private constructor(
    private readonly listener: net.Server,
    private target: string,
  ) {
    listener.on('connection', (client) => {
      const server = net.connect(Number(new URL(this.target).port), '127.0.0.1');
      for (const socket of [client, server]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      client.pipe(server).pipe(client);
    });
  }

  /** @param target the address of a server of this machine */
  static async open(target: string): Promise<FrontDoor> {
    const listener = net.createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new FrontDoor(listener, target);
  }

  get url(): string {
    return `http://localhost:${(this.listener.address() as net.AddressInfo).port}`;
  }

  /** From now on to another server; what is open to the one before is closed. */
  leadTo(target: string): void {
    this.target = target;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
