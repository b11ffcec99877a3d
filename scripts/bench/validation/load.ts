import { type Visitor } from './visitor.js';

export interface Load {
  /** Milliseconds of each validation, from the QR to its final state. */
  readonly milliseconds: readonly number[];
  /** How often each outcome came that was not asked for. */
  readonly errors: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Every visitor comes back as soon as the answer is there. @param seconds for which new validations are begun */
export async function loadOf(visitors: readonly Visitor[], seconds: number): Promise<Load> {
  const start = performance.now();
  const milliseconds: number[] = [];
  const errors: Record<string, number> = {};
  const comeAndGo = async (visitor: Visitor) => {
    while (performance.now() - start < seconds * 1_000) {
      const began = performance.now();
      const outcome = await visitor.validate().catch((error: unknown) => String(error));
      if (outcome === 'ACCEPTED') milliseconds.push(performance.now() - began);
      else errors[outcome] = (errors[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(visitors.map(comeAndGo));
  return { milliseconds, errors, seconds: (performance.now() - start) / 1_000 };
}
