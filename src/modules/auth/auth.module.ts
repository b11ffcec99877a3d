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
import { JwtStrategy } from './jwt.strategy.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { UserRow } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

const accessTokensOf = (env: Environment): AccessTokens =>
  new AccessTokens(
    new TokenSigner(env.ACCESS_TOKEN_KEY, {
      issuer: env.INSTITUTION,
      audience: 'presente-api',
      type: 'presente-access+jwt',
    }),
    env.ACCESS_TOKEN_SECONDS,
  );

export const userEntities = [UserRow];
export const authResolvers = [AuthResolver];

@Module({
  imports: [PassportModule, TypeOrmModule.forFeature(userEntities)],
  providers: [
    { provide: AccessTokens, useFactory: accessTokensOf, inject: [ENVIRONMENT] },
    { provide: APP_GUARD, useClass: AccessGuard },
    UsersRepository,
    JwtStrategy,
    SignInThrottle,
    AuthService,
    ...authResolvers,
  ],
  exports: [AuthService],
})
export class AuthModule {}
