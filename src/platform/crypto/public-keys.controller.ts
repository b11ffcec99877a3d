import { Controller, Get, Header, Inject } from '@nestjs/common';
import { type JSONWebKeySet } from 'jose';
import { AnyoneMay } from '../../common/context/anyone-may.js';

export const PUBLIC_KEYS = Symbol('PublicKeys');

/** For whoever verifies our tokens without asking us: another service, a checkpoint without a network. */
@Controller('.well-known/jwks.json')
export class PublicKeysController {
  constructor(@Inject(PUBLIC_KEYS) private readonly keys: JSONWebKeySet) {}

  /** A new key must stand here for longer than the five minutes before it signs: docs/runbooks/signing-keys.md. */
  @Get()
  @AnyoneMay('public keys are public')
  @Header('Content-Type', 'application/jwk-set+json')
  @Header('Cache-Control', 'public, max-age=300')
  all(): JSONWebKeySet {
    return this.keys;
  }
}
