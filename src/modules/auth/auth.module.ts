import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { TokenSigner } from '../../platform/crypto/token-signer.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokens } from './access-tokens.js';
import { AuthResolver } from './auth.resolver.js';
import { AuthService } from './auth.service.js';
import { Colleagues } from './colleagues.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { PasswordCheck } from './password-check.js';
import { PasskeyChallengeRow } from './passkeys/passkey-challenge.entity.js';
import { PasskeyRow } from './passkeys/passkey.entity.js';
import { PasskeysRepository } from './passkeys/passkeys.repository.js';
import { PasskeysResolver } from './passkeys/passkeys.resolver.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { WebAuthn } from './passkeys/web-authn.js';
import { HolderCookie } from './sessions/holder-cookie.js';
import { HolderSessionsResolver } from './sessions/holder-sessions.resolver.js';
import { HolderSessionsService } from './sessions/holder-sessions.service.js';
import { RefreshTokenRow } from './sessions/refresh-token.entity.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionRotation } from './sessions/session-rotation.js';
import { SessionRow } from './sessions/session.entity.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInAudit } from './sessions/sign-in-audit.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { UserRow } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

const accessTokensOf = (env: Environment): AccessTokens =>
  new AccessTokens(
    {
      user: new TokenSigner(env.ACCESS_TOKEN_KEY, {
        issuer: env.INSTITUTION,
        audience: 'presente-api',
        type: 'presente-access+jwt',
      }),
      holder: new TokenSigner(env.ACCESS_TOKEN_KEY, {
        issuer: env.INSTITUTION,
        audience: 'presente-pass-page',
        type: 'presente-holder+jwt',
      }),
    },
    env.ACCESS_TOKEN_SECONDS,
  );

export const userEntities = [UserRow, SessionRow, RefreshTokenRow, PasskeyRow, PasskeyChallengeRow];
export const authResolvers = [AuthResolver, SessionsResolver, HolderSessionsResolver, PasskeysResolver];

@Module({
  imports: [PassportModule, TypeOrmModule.forFeature(userEntities)],
  providers: [
    { provide: AccessTokens, useFactory: accessTokensOf, inject: [ENVIRONMENT] },
    { provide: APP_GUARD, useClass: AccessGuard },
    UsersRepository,
    SessionsRepository,
    SessionRotation,
    SessionsService,
    HolderCookie,
    HolderSessionsService,
    SignInAudit,
    SessionCookie,
    PasskeysRepository,
    PasskeysService,
    WebAuthn,
    JwtStrategy,
    SignInThrottle,
    PasswordCheck,
    AuthService,
    Colleagues,
    ...authResolvers,
  ],
  exports: [AuthService, Colleagues, HolderSessionsService, SessionsRepository, UsersRepository],
})
export class AuthModule {}
