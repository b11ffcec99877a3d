import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { TemplateRow } from './template.entity.js';

export interface Model {
  readonly id: string;
  readonly version: string;
}

/** Null where the key was destroyed. */
export interface TemplateWithKeys extends Omit<
  TemplateRow,
  'enrolmentId' | 'consentId' | 'consentActive' | 'createdAt'
> {
  readonly sealingKek: string | null;
  readonly sealingKey: Buffer | null;
  readonly personKek: string | null;
  readonly personKey: Buffer | null;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  /** With the keys that open and turn it, as they were at one moment: an enrolment puts others in the place of both. */
  async findWithKeys(personId: string, model: Model): Promise<TemplateWithKeys | undefined> {
    const [row] = await this.database.query<TemplateWithKeys>(
      `SELECT template.id, template.person_id AS "personId", template.model_id AS "modelId",
         template.model_version AS "modelVersion", template.protection, template.generation, template.sealed,
         template.key_id AS "keyId", sealing.kek_id AS "sealingKek", sealing.wrapped AS "sealingKey",
         person.kek_id AS "personKek", person.wrapped AS "personKey"
       FROM templates AS template
         LEFT JOIN data_keys AS sealing ON sealing.subject_id = template.key_id
         LEFT JOIN data_keys AS person ON person.subject_id = template.person_id
       WHERE template.person_id = $1 AND template.model_id = $2 AND template.model_version = $3`,
      [personId, model.id, model.version],
    );
    return row;
  }

  /** When the person's newest one was made; null when there is none. */
  async newestAt(personId: string): Promise<Date | null> {
    const [newest] = await this.database
      .repository(TemplateRow)
      .find({ select: { createdAt: true }, where: { personId }, order: { createdAt: 'DESC' }, take: 1 });
    return newest?.createdAt ?? null;
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

  /** When the newest was made; null when there is none. */
  async newestOf(personId: string): Promise<Date | null> {
    const newest = await this.database
      .repository(TemplateRow)
      .findOne({ where: { personId }, order: { createdAt: 'DESC' }, select: { createdAt: true } });
    return newest?.createdAt ?? null;
  }

  /** @returns how many were deleted */
  async deleteOfPerson(personId: string): Promise<number> {
    const { affected } = await this.database.repository(TemplateRow).delete({ personId });
    return affected ?? 0;
  }
}
