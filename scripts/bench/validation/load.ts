import { type Visit, type Visitor } from './visitor.js';

export interface Load {
  /** Of each validation. */
  readonly milliseconds: readonly number[];
  /** How often each outcome came that was not asked for. */
  readonly errors: Readonly<Record<string, number>>;
  /** Shown in all of them. */
  readonly frames: number;
  readonly seconds: number;
}

/** Every visitor comes back as soon as the answer is there. @param seconds for which new validations are begun */
export async function loadOf(visitors: readonly Visitor[], seconds: number): Promise<Load> {
  const start = performance.now();
  const milliseconds: number[] = [];
  const errors: Record<string, number> = {};
  let frames = 0;
  const comeAndGo = async (visitor: Visitor) => {
    while (performance.now() - start < seconds * 1_000) {
      const visit = await visitor.validate().catch(unfinished);
      const { outcome } = visit;
      frames += visit.frames;
      if (outcome === 'ACCEPTED') milliseconds.push(visit.milliseconds);
      else errors[outcome] = (errors[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(visitors.map(comeAndGo));
  return { milliseconds, errors, frames, seconds: (performance.now() - start) / 1_000 };
}

const unfinished = (error: unknown): Visit => ({ outcome: String(error), milliseconds: 0, frames: 0 });
