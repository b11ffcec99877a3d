import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { open, seal } from '../../../platform/crypto/aead.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { type Model, TemplatesRepository } from './templates.repository.js';

export interface NewTemplate {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly consentId: string;
  readonly model: Model;
  /** Unit length. */
  readonly embedding: Float32Array;
}

/** Binds a template to its row, its person and its model: it opens in no other place. */
const binding = (id: string, personId: string, model: Model): readonly string[] => [
  'template',
  id,
  personId,
  model.id,
  model.version,
];

@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly dataKeys: DataKeys,
  ) {}

  async replace({ embedding, model, ...rest }: NewTemplate): Promise<void> {
    const id = uuidv7();
    const key = await this.dataKeys.open(rest.personId);
    const bytes = Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength);
    const sealed = seal(key, bytes, binding(id, rest.personId, model));
    await this.templates.replace({ id, ...rest, modelId: model.id, modelVersion: model.version, sealed });
  }

  /** The person's reference embedding of this model; undefined when there is none. */
  async reference(personId: string, model: Model): Promise<Float32Array | undefined> {
    const template = await this.templates.find(personId, model);
    if (template === null) return undefined;
    const bytes = open(await this.dataKeys.open(personId), template.sealed, binding(template.id, personId, model));
    // A copy: a pooled Buffer need not start on a multiple of four bytes.
    return new Float32Array(Uint8Array.from(bytes).buffer);
  }

  exists(personId: string): Promise<boolean> {
    return this.templates.exists(personId);
  }
}
