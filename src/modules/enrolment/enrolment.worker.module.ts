import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { ConsentsRepository } from './consents/consents.repository.js';
import { enrolmentEntities, templateProtectionOf } from './enrolment.module.js';
import { EnrolmentWork } from './enrolments/enrolment-work.service.js';
import { EnrolmentsProcessor } from './enrolments/enrolments.processor.js';
import { EnrolmentsRepository } from './enrolments/enrolments.repository.js';
import { PersonIndexing } from './persons/person-indexing.service.js';
import { PersonVault } from './persons/person-vault.js';
import { PersonsRepository } from './persons/persons.repository.js';
import { References } from './templates/references.service.js';
import { TemplateProtection } from './templates/template-protection.js';
import { TemplateResealing } from './templates/template-resealing.service.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { TemplatesService } from './templates/templates.service.js';

/** What the worker does for enrolments. */
@Module({
  imports: [TypeOrmModule.forFeature(enrolmentEntities)],
  providers: [
    ConsentsRepository,
    EnrolmentsRepository,
    TemplatesRepository,
    { provide: TemplateProtection, useFactory: templateProtectionOf, inject: [ENVIRONMENT] },
    TemplatesService,
    References,
    TemplateResealing,
    PersonsRepository,
    PersonVault,
    PersonIndexing,
    EnrolmentWork,
    EnrolmentsProcessor,
  ],
  exports: [References],
})
export class EnrolmentWorkerModule {}
