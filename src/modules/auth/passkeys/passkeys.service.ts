import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError } from '../../../common/errors/domain-error.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, type AuditDetails, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { type AuthenticatedRequest, type UserActor } from '../actor.js';
import { SecondFactorRequired } from '../dto/auth.results.js';
import { PasswordCheck } from '../password-check.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInAudit } from '../sessions/sign-in-audit.js';
import { type UserRow } from '../user.entity.js';
import { UsersRepository } from '../users.repository.js';
import { type ChallengePurpose } from './passkey-challenge.entity.js';
import { type PasskeyRow } from './passkey.entity.js';
import { type PasskeyAnswerInput, type RegisterPasskeyInput } from './passkey.inputs.js';
import {
  type BeginPasskeyRegistrationResult,
  type CompleteSignInResult,
  type ConfirmSecondFactorResult,
  PasskeyRefused,
  PasskeyRegistered,
  PasskeyRegistration,
  PasskeysRemoved,
  type RegisterPasskeyResult,
  type RemovePasskeysResult,
  SecondFactorConfirmed,
  TooManyPasskeys,
} from './passkey.type.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { type Ceremony, CEREMONY_SECONDS, credentialIdOf, WebAuthn } from './web-authn.js';

/** Enough for everything a person carries; and a list that fits in one answer. */
const MAX_PASSKEYS = 10;
/** For how long a second factor that was shown counts for what asks for a fresh one. */
const FRESH_SECONDS = 300;

/** Passkeys as second factor: whoever has registered one signs in with it from then on, ADMIN and everybody else. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeysRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly sessionRows: SessionsRepository,
    private readonly webAuthn: WebAuthn,
    private readonly audit: AuditTrail,
    private readonly signIns: SignInAudit,
    private readonly passwords: PasswordCheck,
  ) {}

  /** After the right password. @returns undefined when the user has no second factor */
  async challengeOf(user: UserRow, purpose: 'SIGN_IN' | 'CONFIRM'): Promise<SecondFactorRequired | undefined> {
    const known = await this.passkeys.listOf(user.id);
    if (known.length === 0) return undefined;
    const ceremony = await this.webAuthn.authentication(known);
    return new SecondFactorRequired(await this.keep(ceremony, user, purpose), ceremony.options);
  }

  async completeSignIn(input: PasskeyAnswerInput, request: AuthenticatedRequest): Promise<CompleteSignInResult> {
    const taken = await this.passkeys.takeChallenge(input.challengeId, 'SIGN_IN');
    const answered = taken !== undefined && (await this.isAnswered(taken, input));
    const user = answered ? await this.users.findById(taken.userId) : null;
    const signedIn =
      user === null || user.passwordHash !== taken?.passwordHash
        ? undefined
        : await this.sessions.begin(user, request, 'SECOND_FACTOR');
    if (signedIn !== undefined) return signedIn;
    await this.signIns.refused(taken?.userId ?? null, 'SECOND_FACTOR_REFUSED');
    return new PasskeyRefused();
  }

  async confirm(input: PasskeyAnswerInput, actor: UserActor): Promise<ConfirmSecondFactorResult> {
    const taken = await this.passkeys.takeChallenge(input.challengeId, 'CONFIRM');
    if (taken?.userId !== actor.id || !(await this.isAnswered(taken, input))) return new PasskeyRefused();
    const shownAt = await this.sessionRows.markSecondFactor(actor.sessionId);
    return new SecondFactorConfirmed(new Date(shownAt.getTime() + FRESH_SECONDS * 1_000));
  }

  listOf(actor: UserActor): Promise<PasskeyRow[]> {
    return this.passkeys.listOf(actor.id);
  }

  async beginRegistration(password: string, actor: UserActor): Promise<BeginPasskeyRegistrationResult> {
    const user = await this.get(actor.id);
    const refusal = await this.passwords.refusalOf(user, password);
    if (refusal !== undefined) return refusal;
    const required = await this.requiredFrom(user, actor);
    if (required !== undefined) return required;
    const known = await this.passkeys.listOf(user.id);
    if (known.length >= MAX_PASSKEYS) return new TooManyPasskeys(MAX_PASSKEYS);
    const ceremony = await this.webAuthn.registration(user, known);
    return new PasskeyRegistration(await this.keep(ceremony, user, 'REGISTER'), ceremony.options);
  }

  /** Ends the user's other sessions that no second factor was shown in: they would go on without the one that is new. */
  async register(
    { challengeId, name, response }: RegisterPasskeyInput,
    actor: UserActor,
  ): Promise<RegisterPasskeyResult> {
    const taken = await this.passkeys.takeChallenge(challengeId, 'REGISTER');
    if (taken?.userId !== actor.id) return new PasskeyRefused();
    const credential = await this.webAuthn.registered(response, taken.challenge);
    if (credential === undefined) return new PasskeyRefused();
    const passkey = {
      id: uuidv7(),
      userId: actor.id,
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: credential.transports ?? [],
    };
    try {
      return await this.database.transaction(async () => {
        await this.passkeys.insert(passkey);
        await this.record(AuditAction.PASSKEY_REGISTERED, actor.id, actor, { passkeyId: passkey.id });
        await this.sessionRows.markSecondFactor(actor.sessionId);
        const ended = await this.sessionRows.endWithoutSecondFactor(actor.id);
        return new PasskeyRegistered({ ...passkey, createdAt: new Date(), lastUsedAt: null }, ended);
      });
    } catch (error) {
      if (violatedUnique(error) === 'passkeys_credential_key') return new PasskeyRefused();
      throw error;
    }
  }

  async remove(id: string, actor: UserActor): Promise<RemovePasskeysResult> {
    const required = await this.requiredFrom(await this.get(actor.id), actor);
    if (required !== undefined) return required;
    return this.database.transaction(async () => {
      if ((await this.passkeys.remove(actor.id, id)) === 0) throw new NotFoundError('Passkey');
      await this.record(AuditAction.PASSKEYS_REMOVED, actor.id, actor, { passkeyId: id });
      return new PasskeysRemoved(1);
    });
  }

  /** For somebody who lost them: the password alone signs in until there is a new one. Ends the user's sessions. */
  async reset(userId: string, actor: UserActor): Promise<RemovePasskeysResult> {
    if (userId === actor.id) throw new ForbiddenError('Another administrator does this for you.');
    const [own] = await this.passkeys.listOf(actor.id);
    if (own === undefined) throw new ForbiddenError('Register a passkey of your own first.');
    const required = await this.requiredFrom(await this.get(actor.id), actor);
    if (required !== undefined) return required;
    await this.get(userId);
    return this.database.transaction(async () => {
      await this.sessionRows.endAll(userId, 'SECOND_FACTOR_CHANGED');
      await this.record(AuditAction.PASSKEYS_REMOVED, userId, actor);
      return new PasskeysRemoved(await this.passkeys.remove(userId));
    });
  }

  /** @returns undefined when the user has no second factor, or has just shown it in this session */
  private async requiredFrom(user: UserRow, actor: UserActor): Promise<SecondFactorRequired | undefined> {
    if (await this.sessionRows.showedSecondFactor(actor.sessionId, FRESH_SECONDS)) return undefined;
    return this.challengeOf(user, 'CONFIRM');
  }

  private async keep({ challenge }: Ceremony, user: UserRow, purpose: ChallengePurpose): Promise<string> {
    // Random throughout, unlike our other ids: nobody should guess that of another's sign-in, which a wrong answer ends.
    const id = randomUUID();
    const { id: userId, passwordHash } = user;
    await this.passkeys.addChallenge({ id, userId, purpose, challenge, passwordHash }, CEREMONY_SECONDS);
    return id;
  }

  /** Whether one of its user's passkeys has answered the challenge. */
  private async isAnswered(
    { userId, challenge }: { readonly userId: string; readonly challenge: string },
    { response }: PasskeyAnswerInput,
  ): Promise<boolean> {
    const credentialId = credentialIdOf(response);
    if (credentialId === undefined) return false;
    return this.database.transaction(async () => {
      const passkey = await this.passkeys.hold(userId, credentialId);
      if (passkey === null) return false;
      const counter = await this.webAuthn.authenticated(response, challenge, passkey);
      if (counter === undefined) return false;
      await this.passkeys.markUsed(passkey.id, counter);
      return true;
    });
  }

  private record(action: AuditAction, userId: string, actor: UserActor, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({
      action,
      actor: actor.id,
      subjectKind: AuditSubjectKind.USER,
      subjectId: userId,
      details,
    });
  }

  private async get(id: string): Promise<UserRow> {
    const user = await this.users.findById(id);
    if (user === null) throw new NotFoundError('User');
    return user;
  }
}
