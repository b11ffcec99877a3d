import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../support/operator-error.js';
import { isPortFree } from '../support/ports.js';

/** Waits until a process answers its readiness check with 200. @throws OperatorError with its last answer after `patience` ms */
export async function untilReady(name: string, url: string, signal: AbortSignal, patience = 90_000): Promise<void> {
  const deadline = Date.now() + patience;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      answer = `${response.status} ${(await response.text()).slice(0, 500)}`;
      if (response.status === 200) return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    await sleep(150, undefined, { signal });
  }
  throw new OperatorError(`${name} did not become ready in ${patience / 1000} s. ${url} says: ${answer}`);
}

/** Requires a port to be free, waiting up to `patience` ms for its holder to leave. @throws OperatorError naming the variable to set */
export async function requirePort(variable: string, port: number, host: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isPortFree(port, host))) {
    if (Date.now() > deadline) {
      throw new OperatorError(
        `Port ${port} on ${host} is used by another program, or this user may not have it.\n` +
          `Set ${variable} to another one: in .env, or for once: ${variable}=${port + 10} npm start`,
      );
    }
    await sleep(200);
  }
}
