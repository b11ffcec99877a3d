export { ConsentsService } from './consents/consents.service.js';
export { CredentialsService } from './credentials/credentials.service.js';
export { enrolmentEntities, EnrolmentModule, enrolmentResolvers } from './enrolment.module.js';
export { EnrolmentWorkerModule } from './enrolment.worker.module.js';
export { enrolmentJobs } from './enrolments/enrolment.jobs.js';
export { Person } from './persons/person.type.js';
export { PersonsService } from './persons/persons.service.js';
export { type Reference, References } from './templates/references.service.js';
export { TemplatesService } from './templates/templates.service.js';
