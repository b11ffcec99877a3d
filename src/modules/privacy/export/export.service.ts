import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { consentTextOf, ConsentVault, type Person, PersonsService } from '../../enrolment/index.js';
import { type Language } from '../language.js';
import { RetentionOverview } from '../retention/retention-overview.service.js';
import { EXPORT_FORMAT, type ExportDocument, type ExportedConsent } from './export-document.js';
import { type ConsentOnFile, ExportRepository } from './export.repository.js';
import { ExportSection, type PersonExport } from './person-export.type.js';
import { PROCESSING_INFORMATION } from './processing-information.js';

/** Gives out everything that is held on a person; who may have it is decided before. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly consentVault: ConsentVault,
    private readonly exports: ExportRepository,
    private readonly retention: RetentionOverview,
    private readonly audit: AuditTrail,
    @Inject(ENVIRONMENT) private readonly settings: Pick<Environment, 'INSTITUTION'>,
  ) {}

  /**
   * In one transaction with its event in the audit; the person can't be erased meanwhile.
   * @param by the user who asks, or the person themself
   * @throws NotFoundError when there is no such person, or they were erased
   */
  exportPerson(personId: string, language: Language, by: string): Promise<PersonExport> {
    return this.database.transaction(async () => {
      await this.persons.hold(personId);
      const document = await this.document(await this.persons.get(personId), language);
      await this.audit.record({
        action: AuditAction.PERSON_EXPORTED,
        actor: by,
        subjectKind: AuditSubjectKind.PERSON,
        subjectId: personId,
        details: { exportId: document.id },
      });
      return summaryOf(document);
    });
  }

  private async document(person: Person, language: Language): Promise<ExportDocument> {
    const { id: personId, createdAt, ...profile } = person;
    return {
      format: EXPORT_FORMAT,
      id: uuidv7(),
      madeAt: new Date(),
      institution: this.settings.INSTITUTION,
      language,
      information: PROCESSING_INFORMATION[language],
      retention: this.retention.periods(language).map(({ rule, what, days }) => ({ rule, what, days })),
      profile: { id: personId, ...profile, registeredAt: createdAt },
      consents: await this.consents(personId),
      enrolments: await this.exports.enrolments(personId),
      templates: await this.exports.references(personId),
      credentials: await this.exports.credentials(personId),
      validations: await this.exports.validations(personId),
      reviews: await this.exports.reviews(personId),
      failures: await this.exports.failures(personId),
      pins: await this.exports.pins(personId),
      page: await this.exports.page(personId),
      activity: await this.exports.activity(personId),
    };
  }

  private async consents(personId: string): Promise<ExportedConsent[]> {
    const onFile = await this.exports.consents(personId);
    return Promise.all(onFile.map((consent) => this.exported(consent)));
  }

  private async exported({ id, personId, sealedEvidence, ...consent }: ConsentOnFile): Promise<ExportedConsent> {
    return {
      ...consent,
      text: consentTextOf(consent.textVersion, consent.language)?.body ?? null,
      evidence: await this.consentVault.open({ id, personId, sealedEvidence }),
    };
  }
}

function summaryOf(document: ExportDocument): PersonExport {
  return {
    id: document.id,
    personId: document.profile.id,
    madeAt: document.madeAt,
    fileName: `presente-${document.profile.id}-${document.madeAt.toISOString().slice(0, 10)}.json`,
    counts: Object.values(ExportSection).map((section) => ({ section, count: document[section].length })),
    document: JSON.stringify(document),
  };
}
