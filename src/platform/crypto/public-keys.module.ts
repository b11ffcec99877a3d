import { Module } from '@nestjs/common';
import { type JSONWebKeySet } from 'jose';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { PUBLIC_KEYS, PublicKeysController } from './public-keys.controller.js';
import { SigningKey } from './signing-key.js';

/** Capture tickets are read by nobody but us, so their keys are not published. */
const publicKeysOf = (env: Environment): JSONWebKeySet => ({
  keys: [...env.ACCESS_TOKEN_KEY, ...env.CREDENTIAL_KEY].map((key) => new SigningKey(key).publicJwk),
});

/** The public keys of access tokens and credentials; the API's alone. */
@Module({
  controllers: [PublicKeysController],
  providers: [{ provide: PUBLIC_KEYS, useFactory: publicKeysOf, inject: [ENVIRONMENT] }],
})
export class PublicKeysModule {}
