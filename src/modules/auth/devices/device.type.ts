import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';

@ObjectType({ description: 'A kiosk: it holds its own key and opens validations at one checkpoint.' })
export class Device {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly checkpointId!: string;

  @Field()
  readonly name!: string;

  @Field({ description: 'The browser that was paired, such as "Chrome on Android".' })
  readonly client!: string;

  @Field()
  readonly pairedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it last got a token: a kiosk that is on does so every few minutes. Null before the first time.',
  })
  readonly lastSeenAt!: Date | null;

  @Field(() => Date, { nullable: true })
  readonly revokedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly revokedReason!: string | null;
}

export const DeviceConnection = connectionOf(Device, 'Device');

@ObjectType({ description: 'Type the code into the device. It is shown this once, and pairs one device.' })
export class DevicePairing {
  @Field(() => ID, { description: 'The id that the device will have.' })
  readonly deviceId: string;

  @Field({ description: 'Eight letters and digits in two groups, such as `7K2M-QX9D`.' })
  readonly code: string;

  @Field({ description: 'Ten minutes from now.' })
  readonly expiresAt: Date;

  constructor(deviceId: string, code: string, expiresAt: Date) {
    this.deviceId = deviceId;
    this.code = code;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({ description: 'Keep all of it beside the key: the device signs its assertions with it.' })
export class DevicePaired {
  @Field(() => ID)
  readonly deviceId: string;

  @Field(() => ID)
  readonly checkpointId: string;

  @Field({ description: 'What `aud` of its assertions must be.' })
  readonly audience: string;

  constructor(deviceId: string, checkpointId: string, audience: string) {
    this.deviceId = deviceId;
    this.checkpointId = checkpointId;
    this.audience = audience;
  }
}

@ObjectType({ description: 'One answer for every code that is not good: ask for a new one.' })
export class PairingRefused {
  @Field()
  readonly message: string = 'This code is wrong, was used, or is older than ten minutes.';
}

@ObjectType({ description: 'Too many bad codes came from this address: the code was not looked at, and stays good.' })
export class PairingThrottled {
  @Field(() => Int)
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const PairDeviceResult = createUnionType({
  name: 'PairDeviceResult',
  types: () => [DevicePaired, PairingRefused, PairingThrottled] as const,
});
export type PairDeviceResult = DevicePaired | PairingRefused | PairingThrottled;

@ObjectType()
export class DeviceToken {
  @Field({ description: 'Send it as `Authorization: Bearer …`.' })
  readonly accessToken: string;

  @Field({ description: 'Ask for the next one a little before.' })
  readonly expiresAt: Date;

  @Field(() => ID, { description: 'The only one where the token is worth anything.' })
  readonly checkpointId: string;

  constructor(accessToken: string, expiresAt: Date, checkpointId: string) {
    this.accessToken = accessToken;
    this.expiresAt = expiresAt;
    this.checkpointId = checkpointId;
  }
}

export enum DeviceRefusal {
  INVALID = 'INVALID',
  CLOCK = 'CLOCK',
  REPLAYED = 'REPLAYED',
  REVOKED = 'REVOKED',
}
registerEnumType(DeviceRefusal, {
  name: 'DeviceRefusal',
  description:
    'All but INVALID are said only to who holds the key of the device. ' +
    'INVALID: no such device, another key, or not an assertion as it must be. CLOCK: the clock of the device is wrong by ' +
    'more than 30 seconds, or the assertion lay around. REPLAYED: this assertion was used. REVOKED: the device is cut off ' +
    'for good; pair it anew.',
});

@ObjectType()
export class DeviceRefused {
  @Field(() => DeviceRefusal)
  readonly reason: DeviceRefusal;

  constructor(reason: DeviceRefusal) {
    this.reason = reason;
  }
}

export const DeviceTokenResult = createUnionType({
  name: 'DeviceTokenResult',
  types: () => [DeviceToken, DeviceRefused] as const,
});
export type DeviceTokenResult = DeviceToken | DeviceRefused;
