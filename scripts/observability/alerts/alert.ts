/** What Prometheus sees, and when the alert must fire and when not: run by promtool. */
export interface Scenario {
  /** Series and their values, one a step, as promtool writes them: `0+5x60` is 0, 5, 10, … */
  readonly series: Readonly<Record<string, string>>;
  /** Times at which it fires, such as `10m`. */
  readonly firing?: readonly string[];
  /** Times at which it does not. */
  readonly quiet?: readonly string[];
}

export interface Alert {
  readonly name: string;
  readonly expr: string;
  /** How long `expr` must hold. */
  readonly lasting: string;
  /** `page`: somebody is woken up. `ticket`: in the morning. */
  readonly severity: 'page' | 'ticket' | 'none';
  readonly summary: string;
  /** What the people at the doors, or those whose data this is, notice. */
  readonly impact: string;
  /** File in docs/runbooks without `.md`; it has a heading with the name of the alert. */
  readonly runbook: string;
  /** Uid of the dashboard to look at. */
  readonly dashboard: string;
  /** Labels that the expression leaves; there are none after `max(…)`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Between two values of a series, and two looks of the scenarios; `1m` unless said. */
  readonly step?: string;
  readonly scenarios: readonly Scenario[];
}
