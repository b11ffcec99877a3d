import { Injectable } from '@nestjs/common';
import { BadInputError, NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind, ofPerson } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { PersonsService } from '../persons/persons.service.js';
import { CredentialTokens } from './credential-tokens.js';
import { type CredentialRow } from './credential.entity.js';
import { type IssueCredentialInput, type RevokeCredentialInput } from './credential.inputs.js';
import { CredentialKind, IssuedCredential } from './credential.type.js';
import { CredentialsRepository } from './credentials.repository.js';
import { drawQr } from './draw-qr.js';

const YEAR_MS = 365 * 24 * 3_600_000;
const DEFAULT_YEARS = 1;
const MAX_YEARS = 5;

export type CredentialLookup =
  | { readonly ok: true; readonly credential: CredentialRow }
  | { readonly ok: false; readonly reason: 'EXPIRED' | 'INVALID' }
  | { readonly ok: false; readonly reason: 'REVOKED'; readonly credential: CredentialRow };

@Injectable()
export class CredentialsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly credentials: CredentialsRepository,
    private readonly tokens: CredentialTokens,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  /** Issues a card; the person's earlier card stops working in the same transaction. */
  async issue(input: IssueCredentialInput, actor: Actor): Promise<IssuedCredential> {
    const { personId, idempotencyKey: key } = input;
    const issuedAt = wholeSecond(new Date());
    const expiresAt = expiryOf(input, issuedAt);
    await this.persons.get(personId);
    const id = await this.database.transaction(async () => {
      const id = uuidv7();
      const asked = { personId, expiresAt: input.expiresAt ?? null };
      const earlier = await this.idempotency.claim(
        { actorId: actor.id, operation: 'issueCredential', key, input: asked },
        id,
      );
      if (earlier !== undefined) return earlier;
      const kind = CredentialKind.CARD;
      const replaced = await this.credentials.revokeActive(personId, kind, 'Replaced by a new card.');
      await this.credentials.insert({ id, personId, kind, issuedBy: actor.id, issuedAt, expiresAt });
      for (const old of replaced)
        await this.audit.record({
          action: AuditAction.CREDENTIAL_REVOKED,
          actor: actor.id,
          ...ofPerson(AuditSubjectKind.CREDENTIAL, { id: old, personId }, { replacedBy: id }),
        });
      await this.audit.record({
        action: AuditAction.CREDENTIAL_ISSUED,
        actor: actor.id,
        ...ofPerson(AuditSubjectKind.CREDENTIAL, { id, personId }, { kind }),
      });
      return id;
    });
    const credential = await this.get(id);
    return new IssuedCredential(credential, await drawQr(await this.tokens.sign(credential)));
  }

  /** Revoking twice is no error; the first reason stays. */
  revoke({ id, reason }: RevokeCredentialInput, actor: Actor): Promise<CredentialRow> {
    return this.database.transaction(async () => {
      const revoked = await this.credentials.revoke(id, reason);
      const credential = await this.get(id);
      if (revoked)
        await this.audit.record({
          action: AuditAction.CREDENTIAL_REVOKED,
          actor: actor.id,
          ...ofPerson(AuditSubjectKind.CREDENTIAL, credential),
        });
      return credential;
    });
  }

  list(personId: string, page: PageArgs): Promise<Page<CredentialRow>> {
    return this.credentials.page(personId, page);
  }

  /** What a scanned QR says, checked against its row. */
  async lookUp(token: string): Promise<CredentialLookup> {
    const checked = await this.tokens.check(token);
    if (!checked.ok) return checked;
    const credential = await this.credentials.findById(checked.credentialId);
    if (credential === null) return { ok: false, reason: 'INVALID' };
    if (credential.revokedAt !== null) return { ok: false, reason: 'REVOKED', credential };
    return { ok: true, credential };
  }

  private async get(id: string): Promise<CredentialRow> {
    const credential = await this.credentials.findById(id);
    if (credential === null) throw new NotFoundError('Credential');
    return credential;
  }
}

/** Tokens count in whole seconds; the row says the same as the token. */
const wholeSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1_000) * 1_000);

function expiryOf({ expiresAt }: IssueCredentialInput, issuedAt: Date): Date {
  const expiry = wholeSecond(expiresAt ?? new Date(issuedAt.getTime() + DEFAULT_YEARS * YEAR_MS));
  if (expiry <= issuedAt || expiry.getTime() > issuedAt.getTime() + MAX_YEARS * YEAR_MS) {
    throw new BadInputError(`"expiresAt" must be in the future and at most ${MAX_YEARS} years ahead.`, {
      fields: ['expiresAt'],
    });
  }
  return expiry;
}
