import { Injectable } from '@nestjs/common';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { type Model } from './templates.repository.js';
import { type Comparison, TemplatesService } from './templates.service.js';

export type Reference =
  | { readonly kind: 'present'; readonly compare: Comparison }
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'no-template' };

/** The one way to a template for a comparison: through the consent it stands on. */
@Injectable()
export class References {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly templates: TemplatesService,
  ) {}

  /** The person's reference of this model; their consent can't be withdrawn before the open transaction has ended. */
  async hold(personId: string, model: Model): Promise<Reference> {
    if ((await this.consents.holdActive(personId)) === null) return { kind: 'no-consent' };
    const compare = await this.templates.reference(personId, model);
    return compare === undefined ? { kind: 'no-template' } : { kind: 'present', compare };
  }
}
