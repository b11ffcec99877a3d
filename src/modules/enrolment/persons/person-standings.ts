import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { PersonStanding } from './person-standing.js';
import { PersonsRepository } from './persons.repository.js';

/** How far people are: asked for one by one, as fields are, and answered in one statement. */
@Injectable()
export class PersonStandings {
  /** Nothing is remembered: the next who asks is told how it is then. */
  private readonly loader: DataLoader<string, PersonStanding>;

  constructor(persons: PersonsRepository) {
    this.loader = new DataLoader(
      async (ids) => {
        const standings = await persons.standingsOf(ids);
        return ids.map((id) => standings.get(id) ?? PersonStanding.NO_CONSENT);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  of(personId: string): Promise<PersonStanding> {
    return this.loader.load(personId);
  }
}
