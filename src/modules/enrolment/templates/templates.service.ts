import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { open, seal } from '../../../platform/crypto/aead.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { compareEmbeddings } from '../../../platform/face/fuse.js';
import { type ConsentRow } from '../consents/consent.entity.js';
import { PROTECTION, TemplateProtection } from './template-protection.js';
import { type TemplateRow } from './template.entity.js';
import { type Model, TemplatesRepository } from './templates.repository.js';

export interface NewTemplate {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly consentId: string;
  readonly model: Model;
  /** Unit length. */
  readonly embedding: Float32Array;
}

/**
 * Comparison score of a probe with a reference, −1..1. The probe is brought into the reference's protected space: the
 * reference never leaves it.
 * @param probe unit length
 */
export type Comparison = (probe: Float32Array) => number;

/** Binds a template to its row, its person, its model and its protection: it opens in no other place. */
const bindingOf = (
  template: Pick<TemplateRow, 'id' | 'personId' | 'modelId' | 'modelVersion' | 'protection' | 'generation'>,
): readonly string[] => [
  'template',
  template.id,
  template.personId,
  template.modelId,
  template.modelVersion,
  template.protection,
  template.generation,
];

const openedBy = (key: Buffer, templates: readonly TemplateRow[]) =>
  templates.map((template) => ({ template, bytes: open(key, template.sealed, bindingOf(template)) }));

@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly dataKeys: DataKeys,
    private readonly protection: TemplateProtection,
  ) {}

  /** The key of the consent is another after each enrolment: an older template that is put back does not open. */
  async replace({ embedding, model, ...rest }: NewTemplate): Promise<void> {
    const made = { protection: PROTECTION, generation: uuidv7() };
    const template = { id: uuidv7(), ...rest, ...made, modelId: model.id, modelVersion: model.version };
    const personKey = await this.dataKeys.open(rest.personId);
    const consentKey = await this.renewKey(rest.consentId, model);
    const { buffer, byteOffset, byteLength } = this.protection.protect(personKey, made.generation, embedding);
    const sealed = seal(consentKey, Buffer.from(buffer, byteOffset, byteLength), bindingOf(template));
    await this.templates.replace({ ...template, keyId: rest.consentId, sealed });
  }

  /** Compares with the person's template of this model; undefined when there is none that this version can read. */
  async reference(personId: string, model: Model): Promise<Comparison | undefined> {
    const template = await this.templates.findWithKeys(personId, model);
    if (template?.protection !== PROTECTION) return undefined;
    const personKey = await this.dataKeys.unwrap(personId, template.personKek, template.personKey);
    const sealingKey = await this.dataKeys.unwrap(template.keyId, template.sealingKek, template.sealingKey);
    const bytes = open(sealingKey, template.sealed, bindingOf(template));
    // A copy: a pooled Buffer need not start on a multiple of four bytes.
    const reference = new Float32Array(Uint8Array.from(bytes).buffer);
    return (probe) => compareEmbeddings(this.protection.protect(personKey, template.generation, probe), reference);
  }

  /** When the newest one was made; null when there is none. */
  madeAt(personId: string): Promise<Date | null> {
    return this.templates.newestAt(personId);
  }

  /** Deletes the templates that stand on the consent, and the key that opens any copy of them. @returns how many */
  async deleteOf({ id, personId }: Pick<ConsentRow, 'id' | 'personId'>): Promise<number> {
    const deleted = await this.templates.deleteOfPerson(personId);
    await this.dataKeys.destroy(id);
    return deleted;
  }

  /**
   * Seals a template from before consents had keys under the key of its consent. The turn stays, so scores do.
   * @param template locked in the open transaction, as is its consent
   */
  async reseal(template: TemplateRow): Promise<void> {
    const bytes = open(await this.dataKeys.open(template.keyId), template.sealed, bindingOf(template));
    const key = await this.dataKeys.openOrCreate(template.consentId);
    await this.templates.reseal(template.id, template.consentId, seal(key, bytes, bindingOf(template)));
  }

  /** Templates of other models stay, sealed anew. */
  private async renewKey(consentId: string, replaced: Model): Promise<Buffer> {
    const others = await this.templates.othersUnder(consentId, replaced);
    const opened = others.length === 0 ? [] : openedBy(await this.dataKeys.open(consentId), others);
    const key = await this.dataKeys.renew(consentId);
    for (const { template, bytes } of opened)
      await this.templates.reseal(template.id, consentId, seal(key, bytes, bindingOf(template)));
    return key;
  }
}
