import { type Desk } from '../../client/desk.js';

/** Frames in one validation: as many as are taken, so that the worker has the most to do for each request. */
const FRAMES = 8;

export interface Saturation {
  /** Ends the load. @returns how many validations were processed */
  stop(): Promise<number>;
}

/** Keeps `clients` validations under way at once until it is stopped: each client opens the next when one has ended. */
export function saturate(desk: Desk, checkpointId: string, card: string, frame: Buffer, clients: number): Saturation {
  const frames = Array.from({ length: FRAMES }, () => frame);
  let stopped = false;
  let validations = 0;
  const client = async () => {
    while (!stopped) {
      await desk.validate(checkpointId, card, frames);
      validations++;
    }
  };
  const running = Array.from({ length: clients }, client);
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(running);
      return validations;
    },
  };
}
