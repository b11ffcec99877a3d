import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { Guards } from '../resilience/guards.js';
import { BlindIndex } from './blind-index.js';
import { DataKeyRow } from './data-key.entity.js';
import { DataKeys } from './data-keys.repository.js';
import { createKeyEncryption } from './create-key-encryption.js';
import { KeyEncryption } from './key-encryption.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DataKeyRow])],
  providers: [
    {
      provide: KeyEncryption,
      useFactory: (env: Environment, guards: Guards) => createKeyEncryption(env, guards.of('keys')),
      inject: [ENVIRONMENT, Guards],
    },
    {
      provide: BlindIndex,
      useFactory: (env: Environment) => new BlindIndex(env.BLIND_INDEX_KEY),
      inject: [ENVIRONMENT],
    },
    DataKeys,
  ],
  exports: [KeyEncryption, BlindIndex, DataKeys],
})
export class CryptoModule {}
