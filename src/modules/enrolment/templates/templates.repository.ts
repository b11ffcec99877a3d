import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { TemplateRow } from './template.entity.js';

export interface Model {
  readonly id: string;
  readonly version: string;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  find(personId: string, model: Model): Promise<TemplateRow | null> {
    return this.database.first(TemplateRow, { personId, modelId: model.id, modelVersion: model.version });
  }

  /** Whether the person has a template of any model. */
  async exists(personId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM templates WHERE person_id = $1 LIMIT 1', [personId]);
    return rows.length > 0;
  }

  /** Takes the place of the person's template of the same model. */
  async replace(template: Omit<TemplateRow, 'consentActive' | 'createdAt'>): Promise<void> {
    const { personId, modelId, modelVersion } = template;
    const repository = this.database.repository(TemplateRow);
    await repository.delete({ personId, modelId, modelVersion });
    await repository.insert(template);
  }

  /** Those that the key seals, but for the one of this model. */
  othersUnder(keyId: string, model: Model): Promise<TemplateRow[]> {
    return this.database
      .repository(TemplateRow)
      .createQueryBuilder('template')
      .where('template.keyId = :keyId', { keyId })
      .andWhere('(template.modelId, template.modelVersion) <> (:id, :version)', model)
      .getMany();
  }

  /** Whose templates another key than their consent's seals. */
  async personsToReseal(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ personId: string }>(
      'SELECT DISTINCT person_id AS "personId" FROM templates WHERE key_id <> consent_id LIMIT $1',
      [limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Holds the person's templates that another key than their consent's seals. */
  lockToReseal(personId: string): Promise<TemplateRow[]> {
    this.database.requireTransaction();
    return this.database
      .repository(TemplateRow)
      .createQueryBuilder('template')
      .where('template.personId = :personId AND template.keyId <> template.consentId', { personId })
      .setLock('pessimistic_write')
      .getMany();
  }

  async reseal(id: string, keyId: string, sealed: Buffer): Promise<void> {
    await this.database.repository(TemplateRow).update({ id }, { keyId, sealed });
  }

  /** @returns how many were deleted */
  async deleteOfPerson(personId: string): Promise<number> {
    const { affected } = await this.database.repository(TemplateRow).delete({ personId });
    return affected ?? 0;
  }
}
