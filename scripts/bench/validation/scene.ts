import { perform, type Performance, portrait } from '../../demo/actor.js';
import { people } from '../../demo/people.js';

export const POLICIES = ['passive', 'active'] as const;
export type Policy = (typeof POLICIES)[number];

/** Somebody's photos for the enrolment, and what they show at the door. */
export interface Scene {
  readonly photos: readonly Buffer[];
  /** One of the frames shown. */
  readonly frame: Buffer;
  readonly play: (steps: readonly string[]) => Promise<Performance>;
}

/** Passive: one frame, as CompreFace's verify takes. Active: frames that answer the challenge; each answer is played once and kept. */
export async function sceneOf(policy: Policy): Promise<Scene> {
  if (policy === 'passive') {
    const { genuine, probe } = await people();
    const shown = { frames: [probe.jpeg], capturedAt: [0] };
    return { photos: genuine.map(({ jpeg }) => jpeg), frame: probe.jpeg, play: () => Promise.resolve(shown) };
  }
  const played = new Map<string, Promise<Performance>>();
  const play = (steps: readonly string[]) => {
    const performance = played.get(steps.join()) ?? perform(steps);
    played.set(steps.join(), performance);
    return performance;
  };
  const photos = await Promise.all([1.2, 1.25, 1.3].map(portrait));
  const [frame = Buffer.alloc(0)] = (await play(['LOOK_LEFT', 'BLINK'])).frames;
  return { photos, frame, play };
}
