import { Injectable } from '@nestjs/common';
import { BadInputError, NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor, mayAct, Permission } from '../../auth/index.js';
import { PersonsService } from '../persons/persons.service.js';
import { TemplatesService } from '../templates/templates.service.js';
import { type ConsentEvidence } from './consent-evidence.type.js';
import { consentTextOf } from './consent-texts.js';
import { ConsentVault, type SealedEvidence } from './consent-vault.js';
import { type ConsentRow } from './consent.entity.js';
import { type ConsentEvidenceInput, type RecordConsentInput } from './consent.inputs.js';
import {
  ConsentAlreadyGiven,
  ConsentGiver,
  ConsentRecorded,
  ConsentRequired,
  ConsentWithdrawn,
  type RecordConsentResult,
  type WithdrawConsentResult,
} from './consent.type.js';
import { ConsentsRepository } from './consents.repository.js';

@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly consents: ConsentsRepository,
    private readonly vault: ConsentVault,
    private readonly templates: TemplatesService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async record(input: RecordConsentInput, actor: Actor): Promise<RecordConsentResult> {
    const { idempotencyKey: key, ...consent } = input;
    if (consentTextOf(consent.textVersion, consent.language) === undefined) {
      throw new BadInputError('No consent text has this version and language.', {
        fields: ['textVersion', 'language'],
      });
    }
    const evidence = evidenceOf(consent.evidence);
    await this.persons.get(consent.personId);
    try {
      const id = await this.database.transaction(async () => {
        await this.persons.hold(consent.personId);
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'recordConsent', key, input: consent };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        const { personId, textVersion, language } = consent;
        const givenBy = evidence.guardian === null ? ConsentGiver.PERSON : ConsentGiver.GUARDIAN;
        const details = { textVersion, language, givenBy };
        const sealedEvidence = await this.vault.seal({ id, personId }, evidence);
        await this.consents.insert({ id, personId, ...details, sealedEvidence, recordedBy: actor.id });
        await this.audit.record({
          action: AuditAction.CONSENT_RECORDED,
          actor: actor.id,
          ...ofPerson(AuditSubjectKind.CONSENT, { id, personId: consent.personId }, details),
        });
        return id;
      });
      return new ConsentRecorded(await this.get(id));
    } catch (error) {
      if (violatedUnique(error) !== 'consents_one_active') throw error;
      const active = await this.active(consent.personId);
      if (active === null) throw error;
      return new ConsentAlreadyGiven(active);
    }
  }

  /** Ends the consent and deletes what stood on it and its key, in one transaction: no template outlives its consent. */
  withdraw(personId: string, actor: Actor): Promise<WithdrawConsentResult> {
    return this.database.transaction(async () => {
      const consent = await this.consents.lockActive(personId);
      if (consent === null) {
        await this.persons.get(personId);
        return new ConsentRequired();
      }
      const templatesDeleted = await this.templates.deleteOf(consent);
      await this.consents.withdraw(consent.id);
      await this.audit.record({
        action: AuditAction.CONSENT_WITHDRAWN,
        actor: actor.id,
        ...ofPerson(AuditSubjectKind.CONSENT, consent),
      });
      return new ConsentWithdrawn(await this.get(consent.id), templatesDeleted);
    });
  }

  active(personId: string): Promise<ConsentRow | null> {
    return this.consents.findActive(personId);
  }

  history(personId: string): Promise<ConsentRow[]> {
    return this.consents.history(personId);
  }

  /** Whoever comes upon a consent: an accepted validation leads a kiosk to the person, and from them here. */
  async evidenceFor(actor: Actor, consent: SealedEvidence): Promise<ConsentEvidence | null> {
    const isTheirs = actor.kind === 'holder' && actor.id === consent.personId;
    return isTheirs || mayAct(actor, Permission.PersonRead) ? this.vault.open(consent) : null;
  }

  private async get(id: string): Promise<ConsentRow> {
    const consent = await this.consents.findById(id);
    if (consent === null) throw new NotFoundError('Consent');
    return consent;
  }
}

/** @throws BadInputError when somebody under age is to have agreed themself */
function evidenceOf({ needsGuardian, guardian = null, reference }: ConsentEvidenceInput): ConsentEvidence {
  if (needsGuardian && guardian === null) {
    throw new BadInputError('Somebody under age does not consent themself: say who does.', {
      fields: ['evidence.guardian'],
    });
  }
  return { needsGuardian, guardian, reference };
}
