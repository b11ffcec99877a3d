import { isPortFree } from '../../support/ports.js';
import { failure, type Finding, ok } from '../finding.js';

export interface PortSettings {
  readonly HOST: string;
  readonly PORT: number;
  readonly WORKER_PORT: number;
}

/** @param running whether Presente itself runs now and so has the ports */
export async function checkPorts({ HOST, PORT, WORKER_PORT }: PortSettings, running: boolean): Promise<Finding[]> {
  if (PORT !== 0 && PORT === WORKER_PORT) {
    return [failure(`PORT and WORKER_PORT are both ${PORT}`, 'Give the worker another one: WORKER_PORT in .env.')];
  }
  return Promise.all(
    Object.entries({ PORT, WORKER_PORT }).map(async ([variable, port]) => {
      if (port === 0) return ok(`${variable}: any free one`);
      if (await isPortFree(port, HOST)) return ok(`${variable} ${port} is free`);
      if (running) return ok(`${variable} ${port} is used by Presente, which runs`);
      return failure(
        `${variable} ${port} on ${HOST} is used by another program, or this user may not have it`,
        `Stop that program or choose another port: ${variable}=${port + 10} in .env.`,
      );
    }),
  );
}
