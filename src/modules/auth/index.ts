export {
  type Actor,
  type AuthenticatedRequest,
  CurrentActor,
  CurrentHolder,
  CurrentRequest,
  type HolderActor,
} from './actor.js';
export { Allow } from './allow.decorator.js';
export { AuthModule, authResolvers, userEntities } from './auth.module.js';
export { AuthService } from './auth.service.js';
export { type Colleague, Colleagues } from './colleagues.service.js';
export { CutOffModule } from './cut-off/cut-off.module.js';
export { deviceEntities, deviceResolvers, DevicesModule } from './devices/devices.module.js';
export { DevicesService } from './devices/devices.service.js';
export { mayAct } from './may-act.js';
export { hashPassword, verifyPassword } from './passwords.js';
export { Permission } from './permissions.js';
export { HolderSessionOpened } from './sessions/holder-session.type.js';
export { HolderSessionsService } from './sessions/holder-sessions.service.js';
export { SessionsEnded } from './sessions/session.type.js';
