import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyRow } from './idempotency-key.entity.js';
import { Idempotency } from './idempotency.repository.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([IdempotencyKeyRow])], providers: [Idempotency], exports: [Idempotency] })
export class IdempotencyModule {}
