import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { singleFlight } from '../../common/single-flight.js';
import { withinTime } from '../../common/within-time.js';

/** A scrape must not hang on a server that does. */
const PATIENCE_MS = 2_000;

/** The labels of a sample and its value. */
export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Gives undefined when there is no answer in time. */
export type Asked<T> = () => Promise<T | undefined>;

interface Description {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

/**
 * For all gauges that show a part of the same answer: a question that is asked once for a scrape, and not again while an
 * earlier one hangs.
 * @param freshMs how long an answer is good for, milliseconds: a costly question is not asked with every scrape
 */
export function asked<T>(question: () => Promise<T>, freshMs = 0): Asked<T> {
  const once = singleFlight(question);
  let last: { readonly answer: T; readonly at: number } | undefined;
  return async () => {
    if (last !== undefined && performance.now() - last.at < freshMs) return last.answer;
    try {
      const answer = await withinTime(once(), PATIENCE_MS, 'no answer to a scrape');
      last = { answer, at: performance.now() };
      return answer;
    } catch {
      return undefined;
    }
  };
}

/** Gauges whose values somebody is asked for when Prometheus comes. Without an answer they are absent, not stale. */
@Injectable()
export class AskedGauges {
  constructor(private readonly registry: Registry) {}

  /** @param samplesOf what to show of an answer @param without what to show when there is none */
  add<T>(
    { name, help, labels = [] }: Description,
    question: Asked<T>,
    samplesOf: (answer: T) => Iterable<Sample>,
    without: readonly Sample[] = [],
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      collect: async () => {
        const answer = await question();
        const samples = answer === undefined ? without : [...samplesOf(answer)];
        gauge.reset();
        // A gauge without labels is 0 after a reset.
        if (samples.length === 0 && labels.length === 0) gauge.remove();
        for (const [values, value] of samples) gauge.set(values, value);
      },
    });
  }

  /** @param valueOf undefined: absent */
  value<T>(description: Description, question: Asked<T>, valueOf: (answer: T) => number | undefined): void {
    this.add(description, question, (answer) => {
      const value = valueOf(answer);
      return value === undefined ? [] : [[{}, value]];
    });
  }
}
