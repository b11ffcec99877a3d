import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { open, seal } from '../../../platform/crypto/aead.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { type ConsentEvidence, GuardianRelation } from './consent-evidence.type.js';
import { type ConsentRow } from './consent.entity.js';

const evidenceSchema = z.object({
  needsGuardian: z.boolean(),
  guardian: z.object({ name: z.string(), relation: z.enum(GuardianRelation) }).nullable(),
  reference: z.string(),
});

export type SealedEvidence = Pick<ConsentRow, 'id' | 'personId' | 'sealedEvidence'>;

const bindingOf = ({ id, personId }: Pick<ConsentRow, 'id' | 'personId'>): readonly string[] => [
  'consent-evidence',
  id,
  personId,
];

/** Seals who agreed to what a person agreed to, under that person's key: it goes when they go. */
@Injectable()
export class ConsentVault {
  constructor(private readonly dataKeys: DataKeys) {}

  /** @throws NotFoundError when there is no such person, or they were erased */
  async seal(consent: Pick<ConsentRow, 'id' | 'personId'>, evidence: ConsentEvidence): Promise<Buffer> {
    const key = await this.dataKeys.open(consent.personId);
    return seal(key, Buffer.from(JSON.stringify(evidenceSchema.parse(evidence))), bindingOf(consent));
  }

  /** Null of a consent that has none, and of a person who was erased meanwhile. */
  async open({ sealedEvidence, ...consent }: SealedEvidence): Promise<ConsentEvidence | null> {
    if (sealedEvidence === null) return null;
    const key = (await this.dataKeys.openAll([consent.personId])).get(consent.personId);
    if (key === undefined) return null;
    return evidenceSchema.parse(JSON.parse(open(key, sealedEvidence, bindingOf(consent)).toString()));
  }
}
