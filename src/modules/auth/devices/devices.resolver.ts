import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyoneMay } from '../../../common/context/anyone-may.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { AtDoor } from '../../../platform/resilience/at-door.js';
import { type Actor, type AuthenticatedRequest, CurrentActor, CurrentRequest } from '../actor.js';
import { Allow } from '../allow.decorator.js';
import { Permission } from '../permissions.js';
import {
  CreateDevicePairingInput,
  DevicesArgs,
  DeviceTokenInput,
  PairDeviceInput,
  RenameDeviceInput,
  RevokeDeviceInput,
} from './device.inputs.js';
import { DeviceSignInService } from './device-sign-in.service.js';
import { Device, DeviceConnection, DevicePairing, DeviceTokenResult, PairDeviceResult } from './device.type.js';
import { DevicesService } from './devices.service.js';

@Resolver(() => Device)
export class DevicesResolver {
  constructor(
    private readonly devicesService: DevicesService,
    private readonly signIns: DeviceSignInService,
  ) {}

  @Mutation(() => DevicePairing, {
    description: 'A code that pairs one device with one checkpoint, once. A repeat makes another code.',
  })
  @Allow(Permission.DeviceManage)
  createDevicePairing(@Args('input') input: CreateDevicePairingInput, @CurrentActor() actor: Actor) {
    return this.devicesService.createPairing(input, actor);
  }

  @Mutation(() => PairDeviceResult, { description: 'What a new device does once, with the code that somebody types.' })
  @AnyoneMay('holds a pairing code, checked by the service')
  pairDevice(@Args('input') input: PairDeviceInput, @CurrentRequest() request: AuthenticatedRequest) {
    return this.signIns.pair(input, request);
  }

  @Mutation(() => DeviceTokenResult, { description: 'How a paired device gets an access token, every few minutes.' })
  @AtDoor()
  @AnyoneMay('shows an assertion signed by its key, checked by the service')
  deviceToken(@Args('input') input: DeviceTokenInput, @CurrentRequest() request: AuthenticatedRequest) {
    return this.signIns.token(input, request);
  }

  @Query(() => Device)
  @Allow(Permission.DeviceRead)
  device(@IdArg() id: string) {
    return this.devicesService.get(id);
  }

  @Query(() => DeviceConnection)
  @Allow(Permission.DeviceRead)
  devices(@Args() args: DevicesArgs) {
    return this.devicesService.list(args);
  }

  @Mutation(() => Device, { description: 'A revoked device keeps its name.' })
  @Allow(Permission.DeviceManage)
  renameDevice(@Args('input') input: RenameDeviceInput, @CurrentActor() actor: Actor) {
    return this.devicesService.rename(input, actor);
  }

  @Mutation(() => Device, {
    description:
      'Cuts it off for good: requests and uploads are refused at once, open subscriptions end within a second.',
  })
  @Allow(Permission.DeviceRevoke)
  revokeDevice(@Args('input') input: RevokeDeviceInput, @CurrentActor() actor: Actor) {
    return this.devicesService.revoke(input, actor);
  }
}
