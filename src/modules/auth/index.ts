export { type Actor, CurrentActor } from './actor.js';
export { Allow } from './allow.decorator.js';
export { AuthModule, authResolvers, userEntities } from './auth.module.js';
export { AuthService } from './auth.service.js';
export { CutOffModule } from './cut-off/cut-off.module.js';
export { deviceEntities, deviceResolvers, DevicesModule } from './devices/devices.module.js';
export { DevicesService } from './devices/devices.service.js';
export { Permission } from './permissions.js';
