import { Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { PersonVault } from './person-vault.js';
import { PersonsRepository } from './persons.repository.js';

const BATCH = 100;

/** Makes people findable who were registered before there was a search; afterwards it finds nothing to do. */
@Injectable()
export class PersonIndexing {
  private readonly logger = new Logger(PersonIndexing.name);

  constructor(
    private readonly database: Database,
    private readonly persons: PersonsRepository,
    private readonly vault: PersonVault,
    private readonly dataKeys: DataKeys,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async run(): Promise<void> {
    for (;;) {
      const indexed = await this.indexSome();
      if (indexed > 0) this.logger.log({ persons: indexed }, 'persons made findable');
      if (indexed < BATCH) return;
    }
  }

  private indexSome(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.persons.lockToIndex(BATCH);
      const keys = await this.dataKeys.openAll(rows.map(({ id }) => id));
      for (const row of rows) {
        const person = this.vault.open(row, keys.get(row.id));
        // Nobody finds who can't be opened, and they are not looked at again.
        const searchTerms = person === undefined ? [] : this.vault.searchTermsOf(person);
        await this.persons.change(row.id, { searchTerms });
      }
      return rows.length;
    });
  }
}
