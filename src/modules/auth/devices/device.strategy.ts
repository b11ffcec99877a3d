import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { isUuid } from '../../../common/ids.js';
import { type DeviceActor } from '../actor.js';
import { bearerTokenOf } from '../bearer-token.js';
import { DeviceRole } from '../permissions.js';
import { DeviceTokens } from './device-tokens.js';
import { DevicesRepository } from './devices.repository.js';

/** Devices, by their access token. */
@Injectable()
export class DeviceStrategy extends PassportStrategy(Strategy, 'device') {
  constructor(
    tokens: DeviceTokens,
    private readonly devices: DevicesRepository,
  ) {
    super(bearerTokenOf((token) => tokens.verify(token)));
  }

  /** Reads the row at every call: a revoked device is out with its next request. */
  async validate(claims: { readonly sub?: string; readonly checkpoint?: unknown }): Promise<DeviceActor | false> {
    const { sub, checkpoint } = claims;
    const device = sub !== undefined && isUuid(sub) ? await this.devices.findLive(sub) : null;
    if (device === null || device.checkpointId !== checkpoint) return false;
    return { kind: 'device', id: device.id, roles: [DeviceRole.KIOSK], checkpointId: device.checkpointId };
  }
}
