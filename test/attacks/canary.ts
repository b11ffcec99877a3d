import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A server that nobody should ever call; it counts who does, and gives them what they would like to have. */
export class Canary implements AsyncDisposable {
  visits = 0;
  private readonly server = createServer((_, response) => {
    this.visits++;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(this.answer));
  });

  private constructor(private readonly answer: object) {}

  static async start(answer: object = {}): Promise<Canary> {
    const canary = new Canary(answer);
    canary.server.listen(0, '127.0.0.1');
    await once(canary.server, 'listening');
    return canary;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
