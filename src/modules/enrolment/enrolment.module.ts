import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { AuthModule } from '../auth/index.js';
import { ConsentRow } from './consents/consent.entity.js';
import { ConsentEvidenceResolver, ConsentFieldsResolver } from './consents/consent-fields.resolver.js';
import { ConsentVault } from './consents/consent-vault.js';
import { ConsentsRepository } from './consents/consents.repository.js';
import { ConsentsResolver } from './consents/consents.resolver.js';
import { ConsentsService } from './consents/consents.service.js';
import { CredentialTokens } from './credentials/credential-tokens.js';
import { CredentialRow } from './credentials/credential.entity.js';
import { CredentialsRepository } from './credentials/credentials.repository.js';
import { CredentialsResolver } from './credentials/credentials.resolver.js';
import { CredentialsService } from './credentials/credentials.service.js';
import { UsedPassRow } from './credentials/used-pass.entity.js';
import { UsedPasses } from './credentials/used-passes.repository.js';
import { EnrolmentRow } from './enrolments/enrolment.entity.js';
import { EnrolmentsRepository } from './enrolments/enrolments.repository.js';
import { EnrolmentsResolver } from './enrolments/enrolments.resolver.js';
import { EnrolmentsService } from './enrolments/enrolments.service.js';
import { HolderInvitationRow } from './holders/holder-invitation.entity.js';
import { HolderInvitations } from './holders/holder-invitations.repository.js';
import { HolderProfileService } from './holders/holder-profile.service.js';
import { HoldersResolver } from './holders/holders.resolver.js';
import { HoldersService } from './holders/holders.service.js';
import { OwnResolver } from './holders/own.resolver.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { ImportsService } from './imports/imports.service.js';
import { PersonRow } from './persons/person.entity.js';
import { PersonStandings } from './persons/person-standings.js';
import { PersonVault } from './persons/person-vault.js';
import { PersonsRepository } from './persons/persons.repository.js';
import { PersonsResolver } from './persons/persons.resolver.js';
import { PersonsService } from './persons/persons.service.js';
import { PersonPinRow } from './pins/person-pin.entity.js';
import { PinFailuresRow } from './pins/pin-failures.entity.js';
import { PinsRepository } from './pins/pins.repository.js';
import { PinsResolver } from './pins/pins.resolver.js';
import { PinsService } from './pins/pins.service.js';
import { EnrolledResolver } from './templates/enrolled.resolver.js';
import { TemplateRow } from './templates/template.entity.js';
import { TemplateProtection } from './templates/template-protection.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { TemplatesService } from './templates/templates.service.js';

export const enrolmentEntities = [
  PersonRow,
  ConsentRow,
  EnrolmentRow,
  TemplateRow,
  CredentialRow,
  UsedPassRow,
  HolderInvitationRow,
  PersonPinRow,
  PinFailuresRow,
];

const credentialTokensOf = (env: Environment): CredentialTokens =>
  new CredentialTokens(env.CREDENTIAL_KEY, env.INSTITUTION, env.PASS_SECONDS);

export const templateProtectionOf = (env: Environment): TemplateProtection => new TemplateProtection(env.INSTITUTION);

export const enrolmentResolvers = [
  PersonsResolver,
  ImportsResolver,
  ConsentsResolver,
  ConsentEvidenceResolver,
  ConsentFieldsResolver,
  EnrolledResolver,
  EnrolmentsResolver,
  CredentialsResolver,
  HoldersResolver,
  OwnResolver,
  PinsResolver,
];

/** Persons, their consents, templates and credentials: what the API does with them. */
@Module({
  imports: [AuthModule, TypeOrmModule.forFeature(enrolmentEntities)],
  providers: [
    { provide: CredentialTokens, useFactory: credentialTokensOf, inject: [ENVIRONMENT] },
    PersonsRepository,
    PersonVault,
    PersonStandings,
    PersonsService,
    ImportsService,
    ConsentsRepository,
    ConsentVault,
    ConsentsService,
    EnrolmentsRepository,
    EnrolmentsService,
    TemplatesRepository,
    { provide: TemplateProtection, useFactory: templateProtectionOf, inject: [ENVIRONMENT] },
    TemplatesService,
    CredentialsRepository,
    UsedPasses,
    CredentialsService,
    HolderInvitations,
    HoldersService,
    HolderProfileService,
    PinsRepository,
    PinsService,
    ...enrolmentResolvers,
  ],
  exports: [PersonsService, ConsentsService, ConsentVault, CredentialsService, PinsService],
})
export class EnrolmentModule {}
