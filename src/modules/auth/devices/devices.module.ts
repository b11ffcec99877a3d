import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { TokenSigner } from '../../../platform/crypto/token-signer.js';
import { DeviceAssertionRow } from './device-assertion.entity.js';
import { DeviceAssertions } from './device-assertions.js';
import { DevicePairingRow } from './device-pairing.entity.js';
import { DeviceSignInService } from './device-sign-in.service.js';
import { DeviceThrottle } from './device-throttle.js';
import { DeviceTokens } from './device-tokens.js';
import { DeviceRow } from './device.entity.js';
import { DeviceStrategy } from './device.strategy.js';
import { DevicesRepository } from './devices.repository.js';
import { DevicesResolver } from './devices.resolver.js';
import { DevicesService } from './devices.service.js';

const deviceTokensOf = (env: Environment): DeviceTokens =>
  new DeviceTokens(
    new TokenSigner(env.ACCESS_TOKEN_KEY, {
      issuer: env.INSTITUTION,
      audience: 'presente-api',
      type: 'presente-device+jwt',
    }),
    env.DEVICE_TOKEN_SECONDS,
  );

export const deviceEntities = [DeviceRow, DevicePairingRow, DeviceAssertionRow];
export const deviceResolvers = [DevicesResolver];

/** Not part of AuthModule: making the first administrator needs that one, and neither checkpoints nor devices. */
@Module({
  imports: [TypeOrmModule.forFeature(deviceEntities)],
  providers: [
    { provide: DeviceTokens, useFactory: deviceTokensOf, inject: [ENVIRONMENT] },
    {
      provide: DeviceAssertions,
      useFactory: ({ INSTITUTION }: Environment) => new DeviceAssertions(INSTITUTION),
      inject: [ENVIRONMENT],
    },
    DevicesRepository,
    DeviceStrategy,
    DeviceThrottle,
    DevicesService,
    DeviceSignInService,
    ...deviceResolvers,
  ],
  exports: [DevicesRepository],
})
export class DevicesModule {}
