/** Who comes, and so what the right answer is. */
export const VISITOR_KINDS = ['genuine', 'impostor', 'revoked', 'unknown', 'replayed-turn'] as const;
export type VisitorKind = (typeof VISITOR_KINDS)[number];

/** What a client asked for, and what it was told. */
export interface HistoryEvent {
  /** Milliseconds since the history began. */
  readonly at: number;
  /** The idempotency key that the validation was asked for with. */
  readonly visit: string;
  readonly step: 'turn' | 'open' | 'upload' | 'look';
  /**
   * `asked` comes before each of the others. `acknowledged`: done, as the server says. `refused`: not done, as the server
   * says, or done before. `unanswered`: nobody knows whether it was done.
   */
  readonly outcome: 'asked' | 'acknowledged' | 'refused' | 'unanswered';
  readonly attemptId?: string;
  readonly state?: string;
  readonly reason?: string | null;
  /** Of an error. */
  readonly code?: string;
}

/** One validation that a client asked for, as the client saw it. */
export interface VisitRecord {
  readonly key: string;
  readonly kind: VisitorKind;
  readonly events: readonly HistoryEvent[];
}

/** The clients' own log of every acknowledgement: what the server is measured by, and not written by it. */
export class History {
  private readonly began = performance.now();
  private readonly byKey = new Map<string, VisitRecord & { readonly events: HistoryEvent[] }>();

  begin(key: string, kind: VisitorKind): void {
    this.byKey.set(key, { key, kind, events: [] });
  }

  note(event: Omit<HistoryEvent, 'at'>): void {
    this.byKey.get(event.visit)?.events.push({ at: Math.round(performance.now() - this.began), ...event });
  }

  get visits(): readonly VisitRecord[] {
    return [...this.byKey.values()];
  }

  /** One line of JSON for each event, in order. */
  lines(): string[] {
    const events = this.visits.flatMap(({ kind, events }) => events.map((event) => ({ kind, ...event })));
    return events.toSorted((a, b) => a.at - b.at).map((event) => JSON.stringify(event));
  }
}
