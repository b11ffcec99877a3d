import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../common/graphql/connection.js';
import { uuidv7 } from '../../common/ids.js';
import { AuditAction, AuditActor, type AuditDetails, AuditSubjectKind } from '../../platform/audit/audit-event.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { violatedUnique } from '../../platform/database/unique-violation.js';
import { Idempotency } from '../../platform/idempotency/idempotency.repository.js';
import { type Actor, type AuthenticatedRequest, type UserActor } from './actor.js';
import { type ChangePasswordInput, type CreateUserInput, type SignInInput } from './dto/auth.inputs.js';
import {
  type ChangePasswordResult,
  type CreateUserResult,
  EmailTaken,
  InvalidCredentials,
  PasswordChanged,
  PasswordTooWeak,
  type SignInResult,
  SignInThrottled,
  UserCreated,
} from './dto/auth.results.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { PasswordCheck } from './password-check.js';
import { weaknessesOf } from './password-strength.js';
import { generatePassword, hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.js';
import { Role } from './permissions.js';
import { SignInAudit } from './sessions/sign-in-audit.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { type UserRow } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

export interface FirstAdministrator {
  readonly email: string;
  /** Kept nowhere but in the answer. */
  readonly password: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly sessionRows: SessionsRepository,
    private readonly passkeys: PasskeysService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly signIns: SignInAudit,
    private readonly throttle: SignInThrottle,
    private readonly passwords: PasswordCheck,
  ) {}

  /** The same answer after the same time whether the address is unknown, the user is disabled or the password is wrong. */
  async signIn({ email, password }: SignInInput, request: AuthenticatedRequest): Promise<SignInResult> {
    const tried = await this.throttle.begin(email.toLowerCase(), request.ip);
    if (typeof tried === 'number') return new SignInThrottled(tried);
    const user = await this.users.findByEmail(email.toLowerCase());
    const matches = await (user === null ? verifyAgainstNobody(password) : verifyPassword(user.passwordHash, password));
    if (user === null) return this.refuse(null, 'UNKNOWN_ACCOUNT');
    if (!matches) return this.refuse(user, 'WRONG_PASSWORD');
    if (user.disabledAt !== null) return this.refuse(user, 'USER_DISABLED');
    // What is counted is guesses of passwords: a second factor that is still to come changes nothing.
    await this.throttle.succeeded(tried);
    const secondFactor = await this.passkeys.challengeOf(user, 'SIGN_IN');
    return secondFactor ?? (await this.sessions.begin(user, request)) ?? this.refuse(user, 'CHANGED_MEANWHILE');
  }

  async get(id: string): Promise<UserRow> {
    const user = await this.users.findById(id);
    if (user === null) throw new NotFoundError('User');
    return user;
  }

  list(page: PageArgs): Promise<Page<UserRow>> {
    return this.users.page(page);
  }

  async create(input: CreateUserInput, actor: Actor): Promise<CreateUserResult> {
    const { idempotencyKey, password, ...rest } = input;
    const email = input.email.toLowerCase();
    const weaknesses = weaknessesOf(password, input);
    if (weaknesses.length > 0) return new PasswordTooWeak(weaknesses);
    const id = uuidv7();
    const passwordHash = await hashPassword(password);
    try {
      const madeId = await this.database.transaction(async () => {
        const request = { actorId: actor.id, operation: 'createUser', key: idempotencyKey, input: { ...rest, email } };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        const { displayName, roles } = rest;
        await this.users.insert({ id, email, displayName, roles: [...new Set(roles)], passwordHash });
        await this.record(AuditAction.USER_CREATED, id, actor.id, { roles: [...new Set(roles)] });
        return id;
      });
      return new UserCreated(await this.get(madeId));
    } catch (error) {
      if (violatedUnique(error) === 'users_email_key') return new EmailTaken();
      throw error;
    }
  }

  setRoles(id: string, roles: readonly Role[], actor: Actor): Promise<UserRow> {
    return this.database.transaction(async () => {
      await this.users.update(id, { roles: [...new Set(roles)] });
      const user = await this.get(id);
      await this.record(AuditAction.USER_ROLES_CHANGED, id, actor.id, { roles: user.roles });
      return user;
    });
  }

  /** A disabled user's tokens stop working with their next request, for good: enabling brings no session back. */
  setDisabled(id: string, disabled: boolean, actor: Actor): Promise<UserRow> {
    return this.database.transaction(async () => {
      await this.users.update(id, { disabledAt: disabled ? new Date() : null });
      if (disabled) await this.sessionRows.endAll(id, 'USER_DISABLED');
      const user = await this.get(id);
      await this.record(disabled ? AuditAction.USER_DISABLED : AuditAction.USER_ENABLED, id, actor.id);
      return user;
    });
  }

  /** Ends every other session: whoever else knew the old password is out. */
  async changePassword(input: ChangePasswordInput, actor: UserActor): Promise<ChangePasswordResult> {
    const user = await this.get(actor.id);
    const refusal = await this.passwords.refusalOf(user, input.current);
    if (refusal !== undefined) return refusal;
    const weaknesses = weaknessesOf(input.new, user);
    if (weaknesses.length > 0) return new PasswordTooWeak(weaknesses);
    const newHash = await hashPassword(input.new);
    return this.database.transaction(async () => {
      if (!(await this.users.replacePassword(user, newHash))) return new InvalidCredentials();
      await this.record(AuditAction.PASSWORD_CHANGED, user.id, actor.id);
      return new PasswordChanged(await this.sessionRows.endAll(user.id, 'PASSWORD_CHANGED', actor.sessionId));
    });
  }

  /** Makes the first administrator of an empty installation. @returns undefined when somebody can sign in already */
  async createFirstAdministrator(email: string): Promise<FirstAdministrator | undefined> {
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async () => {
      if (!(await this.users.isEmptyAndMine())) return undefined;
      const id = uuidv7();
      await this.users.insert({ id, email, displayName: 'Administrator', roles: [Role.ADMIN], passwordHash });
      await this.record(AuditAction.USER_CREATED, id, AuditActor.SYSTEM, { roles: [Role.ADMIN] });
      return { email, password };
    });
  }

  private async refuse(user: UserRow | null, reason: string): Promise<InvalidCredentials> {
    await this.signIns.refused(user?.id ?? null, reason);
    return new InvalidCredentials();
  }

  private record(action: AuditAction, subjectId: string, actor: string, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({ action, actor, subjectKind: AuditSubjectKind.USER, subjectId, details });
  }
}
