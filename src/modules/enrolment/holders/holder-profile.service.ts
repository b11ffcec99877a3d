import { Injectable } from '@nestjs/common';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PersonsService } from '../persons/persons.service.js';
import { PinsRepository } from '../pins/pins.repository.js';
import { TemplatesRepository } from '../templates/templates.repository.js';
import { type HolderProfile } from './holder-profile.type.js';

@Injectable()
export class HolderProfileService {
  constructor(
    private readonly persons: PersonsService,
    private readonly templates: TemplatesRepository,
    private readonly pins: PinsRepository,
    private readonly credentials: CredentialsService,
  ) {}

  /** @throws NotFoundError when they were erased */
  async of(personId: string): Promise<HolderProfile> {
    const { displayName, kind } = await this.persons.get(personId);
    return {
      displayName,
      kind,
      templateSince: await this.templates.newestOf(personId),
      pinSince: await this.pins.setAt(personId),
      credentials: await this.credentials.inUse(personId),
    };
  }
}
