import { Injectable } from '@nestjs/common';
import { asked, AskedGauges } from '../../../platform/telemetry/asked-gauges.js';
import { RetentionOverview } from './retention-overview.service.js';
import { RetentionRepository } from './retention.repository.js';

/** Days are counted; nothing changes between two scrapes. */
const FRESH_MS = 60_000;

/** What Prometheus is told of the promises to those whose data this is. All of it must be 0. */
@Injectable()
export class PrivacyGauges {
  constructor(gauges: AskedGauges, overview: RetentionOverview, retention: RetentionRepository) {
    gauges.add(
      {
        name: 'presente_retention_overdue_rows',
        help: 'Rows that are kept more than a day longer than their retention rule allows; must be 0.',
        labels: ['rule'],
      },
      asked(() => overview.overdue(), FRESH_MS),
      (counts) => [...counts].map(([rule, count]) => [{ rule }, count]),
    );
    gauges.value(
      {
        name: 'presente_templates_without_consent',
        help: 'Templates of persons without a consent that is not withdrawn; must be 0.',
      },
      asked(() => retention.templatesWithoutConsent(), FRESH_MS),
      (count) => count,
    );
    gauges.value(
      {
        name: 'presente_erasures_incomplete',
        help: 'Erased persons of whom a key, a template, a consent or a credential that works is left; must be 0.',
      },
      asked(() => retention.erasuresIncomplete(), FRESH_MS),
      (count) => count,
    );
  }
}
