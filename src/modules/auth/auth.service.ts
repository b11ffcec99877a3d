import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../common/graphql/connection.js';
import { uuidv7 } from '../../common/ids.js';
import { Database } from '../../platform/database/database.js';
import { violatedUnique } from '../../platform/database/unique-violation.js';
import { Idempotency } from '../../platform/idempotency/idempotency.repository.js';
import { AccessTokens } from './access-tokens.js';
import { type Actor } from './actor.js';
import { type CreateUserInput, type SignInInput } from './dto/auth.inputs.js';
import {
  type CreateUserResult,
  EmailTaken,
  InvalidCredentials,
  SignedIn,
  type SignInResult,
  SignInThrottled,
  UserCreated,
} from './dto/auth.results.js';
import { generatePassword, hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.js';
import { Role } from './permissions.js';
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
    private readonly tokens: AccessTokens,
    private readonly idempotency: Idempotency,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * The same answer after the same time whether the address is unknown, the user is disabled or the password is wrong.
   * @param from the client's address
   */
  async signIn({ email, password }: SignInInput, from: string | undefined): Promise<SignInResult> {
    const tried = await this.throttle.begin(email.toLowerCase(), from);
    if (typeof tried === 'number') return new SignInThrottled(tried);
    const user = await this.users.findByEmail(email.toLowerCase());
    const matches = await (user === null ? verifyAgainstNobody(password) : verifyPassword(user.passwordHash, password));
    if (user === null || !matches || user.disabledAt !== null) return new InvalidCredentials();
    await this.throttle.succeeded(tried);
    const { token, expiresAt } = await this.tokens.issue(user.id);
    return new SignedIn(token, expiresAt, user);
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
    const id = uuidv7();
    const passwordHash = await hashPassword(password);
    try {
      const madeId = await this.database.transaction(async () => {
        const request = { actorId: actor.id, operation: 'createUser', key: idempotencyKey, input: { ...rest, email } };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        const { displayName, roles } = rest;
        await this.users.insert({ id, email, displayName, roles: [...new Set(roles)], passwordHash });
        return id;
      });
      return new UserCreated(await this.get(madeId));
    } catch (error) {
      if (violatedUnique(error) === 'users_email_key') return new EmailTaken();
      throw error;
    }
  }

  async setRoles(id: string, roles: readonly Role[]): Promise<UserRow> {
    await this.users.update(id, { roles: [...new Set(roles)] });
    return this.get(id);
  }

  /** A disabled user's tokens stop working with their next request. */
  async setDisabled(id: string, disabled: boolean): Promise<UserRow> {
    await this.users.update(id, { disabledAt: disabled ? new Date() : null });
    return this.get(id);
  }

  /** Makes the first administrator of an empty installation. @returns undefined when somebody can sign in already */
  async createFirstAdministrator(email: string): Promise<FirstAdministrator | undefined> {
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async () => {
      if (!(await this.users.isEmptyAndMine())) return undefined;
      await this.users.insert({ id: uuidv7(), email, displayName: 'Administrator', roles: [Role.ADMIN], passwordHash });
      return { email, password };
    });
  }
}
