import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Environment } from '../../config/env.js';
import { BlindIndex } from './blind-index.js';
import { DataKeyRow } from './data-key.entity.js';
import { DataKeys } from './data-keys.repository.js';
import { KeyEncryption, LocalKeyEncryption } from './key-encryption.js';

@Global()
@Module({})
export class CryptoModule {
  static forRoot(env: Environment): DynamicModule {
    return {
      module: CryptoModule,
      imports: [TypeOrmModule.forFeature([DataKeyRow])],
      providers: [
        { provide: KeyEncryption, useValue: new LocalKeyEncryption(env.KEY_ENCRYPTION_KEY) },
        { provide: BlindIndex, useValue: new BlindIndex(env.BLIND_INDEX_KEY) },
        DataKeys,
      ],
      exports: [KeyEncryption, BlindIndex, DataKeys],
    };
  }
}
