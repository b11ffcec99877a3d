import { Injectable } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
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
import { CredentialKind, IssuedCredential, Pass, type PassResult, PassUnavailable } from './credential.type.js';
import { CredentialsRepository } from './credentials.repository.js';
import { drawQr } from './draw-qr.js';
import { admitPass, type PassClaims, type PassRefusal } from './pass-admission.js';
import { UsedPasses } from './used-passes.repository.js';

const YEAR_MS = 365 * 24 * 3_600_000;
const DEFAULT_YEARS = 1;
const MAX_YEARS = 5;
/** A pass that would end before this is replaced by the next invitation. */
const RENEWED_BEFORE_MS = 90 * 24 * 3_600_000;

export type CredentialRefusal = PassRefusal | 'FOREIGN';

/** `pass` when one was shown: it must be used up before it counts. */
export type CredentialLookup =
  | { readonly ok: true; readonly credential: CredentialRow; readonly pass?: PassClaims }
  | { readonly ok: false; readonly reason: CredentialRefusal; readonly credential?: CredentialRow };

@Injectable()
export class CredentialsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly credentials: CredentialsRepository,
    private readonly usedPasses: UsedPasses,
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
      await this.replace({ id, personId, kind, issuedBy: actor.id, issuedAt, expiresAt });
      return id;
    });
    const credential = await this.get(id);
    return new IssuedCredential(credential, await drawQr(await this.tokens.signCard(credential)));
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

  /** Those that open something now: one of each kind at most. */
  async inUse(personId: string): Promise<CredentialRow[]> {
    const active = await Promise.all(
      Object.values(CredentialKind).map((kind) => this.credentials.findActive(personId, kind)),
    );
    return active.filter((credential) => credential !== null).filter(({ expiresAt }) => expiresAt > new Date());
  }

  /** In the open transaction: a pass for whoever has none, or one that is about to end. @throws NotFoundError */
  async ensurePass(personId: string, actor: Actor): Promise<void> {
    await this.credentials.holdPerson(personId);
    const kind = CredentialKind.PASS;
    const issuedAt = wholeSecond(new Date());
    const active = await this.credentials.findActive(personId, kind);
    if (active !== null && active.expiresAt.getTime() > issuedAt.getTime() + RENEWED_BEFORE_MS) return;
    const expiresAt = new Date(issuedAt.getTime() + DEFAULT_YEARS * YEAR_MS);
    await this.replace({ id: uuidv7(), personId, kind, issuedBy: actor.id, issuedAt, expiresAt });
  }

  /** What the person shows now; another one at each call. */
  async drawPass(personId: string): Promise<PassResult> {
    const now = new Date();
    const credential = await this.credentials.findActive(personId, CredentialKind.PASS);
    if (credential === null || credential.expiresAt <= now) return new PassUnavailable();
    return new Pass(await this.tokens.drawPass(credential.id, now), now);
  }

  /** What a scanned QR says, checked against its row. */
  async lookUp(text: string): Promise<CredentialLookup> {
    const reading = await this.tokens.read(text);
    switch (reading.kind) {
      case 'CARD':
        return this.lookUpCard(reading.credentialId);
      case 'PASS':
        return this.lookUpPass(reading.claims);
      case 'NONE':
        return { ok: false, reason: reading.reason };
      default:
        return assertNever(reading);
    }
  }

  /** In the transaction that records what the pass was shown for. @returns false when it was used before */
  usePass(pass: PassClaims): Promise<boolean> {
    return this.usedPasses.use(pass);
  }

  private async lookUpCard(id: string): Promise<CredentialLookup> {
    const credential = await this.credentials.findById(id);
    if (credential?.kind !== CredentialKind.CARD) return { ok: false, reason: 'INVALID' };
    if (credential.revokedAt !== null) return { ok: false, reason: 'REVOKED', credential };
    return { ok: true, credential };
  }

  private async lookUpPass(pass: PassClaims): Promise<CredentialLookup> {
    const credential = await this.credentials.findById(pass.credentialId);
    const reason = admitPass(pass, credential, new Date());
    if (credential === null) return { ok: false, reason: 'INVALID' };
    return reason === undefined ? { ok: true, credential, pass } : { ok: false, reason, credential };
  }

  /** Inserts one in the place of the person's earlier one of its kind, and records both. */
  private async replace(credential: Omit<CredentialRow, 'revokedAt' | 'revokedReason'>): Promise<void> {
    const { id, personId, kind, issuedBy: actor } = credential;
    await this.credentials.holdPerson(personId);
    const replaced = await this.credentials.revokeActive(personId, kind, `Replaced by a new ${kind.toLowerCase()}.`);
    await this.credentials.insert(credential);
    for (const old of replaced)
      await this.audit.record({
        action: AuditAction.CREDENTIAL_REVOKED,
        actor,
        ...ofPerson(AuditSubjectKind.CREDENTIAL, { id: old, personId }, { replacedBy: id }),
      });
    await this.audit.record({
      action: AuditAction.CREDENTIAL_ISSUED,
      actor,
      ...ofPerson(AuditSubjectKind.CREDENTIAL, { id, personId }, { kind }),
    });
  }

  /** @throws NotFoundError when there is none */
  async get(id: string): Promise<CredentialRow> {
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
