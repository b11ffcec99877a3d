import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { type Language } from '../language.js';
import { cutoffOf, daysKept, RETENTION_RULES, type RetentionRuleCode, retentionRuleCodes } from './retention-rules.js';
import { RetentionRepository } from './retention.repository.js';
import { type RetentionRule } from './retention.type.js';

/** What is a day past its time: the sweep had its chance many times over, so something is wrong. */
const GRACE_MS = 24 * 3_600_000;

/** How long things are kept, and whether it is so. */
@Injectable()
export class RetentionOverview {
  constructor(
    private readonly retention: RetentionRepository,
    @Inject(ENVIRONMENT) private readonly settings: Environment,
  ) {}

  async rules(language: Language): Promise<RetentionRule[]> {
    const runs = new Map((await this.retention.runs()).map((run) => [run.rule, run]));
    const overdue = await this.overdue();
    return this.periods(language).map((rule) => ({
      ...rule,
      overdue: overdue.get(rule.rule) ?? 0,
      lastRun: runs.get(rule.rule) ?? null,
    }));
  }

  /** The rules alone, without a look at the data. */
  periods(language: Language): Pick<RetentionRule, 'rule' | 'what' | 'days' | 'setting'>[] {
    return retentionRuleCodes.map((rule) => {
      const { period, what } = RETENTION_RULES[rule];
      const days = daysKept(RETENTION_RULES[rule], this.settings);
      return { rule, what: what[language], days, setting: period.kind === 'set' ? period.setting : null };
    });
  }

  /** How many rows are kept a day longer than they may be, by rule; for a rule that keeps there is none. */
  async overdue(): Promise<Map<RetentionRuleCode, number>> {
    const latest = new Date(Date.now() - GRACE_MS);
    const counts = new Map<RetentionRuleCode, number>();
    for (const rule of retentionRuleCodes) {
      const cutoff = cutoffOf(RETENTION_RULES[rule], this.settings, latest);
      if (cutoff !== null) counts.set(rule, await this.retention.countDue(rule, cutoff));
    }
    return counts;
  }
}
