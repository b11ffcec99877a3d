import { Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

const BATCH = 100;

/** Brings templates from before consents had keys under the key of their consent; afterwards it finds nothing to do. */
@Injectable()
export class TemplateResealing {
  private readonly logger = new Logger(TemplateResealing.name);

  constructor(
    private readonly database: Database,
    private readonly consents: ConsentsRepository,
    private readonly templates: TemplatesRepository,
    private readonly service: TemplatesService,
  ) {}

  @Cron(CronExpression.EVERY_10_MINUTES, { waitForCompletion: true })
  async run(): Promise<void> {
    for (;;) {
      const persons = await this.templates.personsToReseal(BATCH);
      for (const personId of persons) await this.resealOf(personId);
      if (persons.length > 0)
        this.logger.log({ persons: persons.length }, 'templates sealed under the keys of consents');
      if (persons.length < BATCH) return;
    }
  }

  /** The consent first, as everybody locks it. */
  private async resealOf(personId: string): Promise<void> {
    await this.database.transaction(async () => {
      if ((await this.consents.holdActive(personId)) === null) return;
      for (const template of await this.templates.lockToReseal(personId)) await this.service.reseal(template);
    });
  }
}
