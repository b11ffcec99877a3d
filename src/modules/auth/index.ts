export { type Actor, CurrentActor } from './actor.js';
export { Allow } from './allow.decorator.js';
export { AuthModule, authResolvers, userEntities } from './auth.module.js';
export { AuthService } from './auth.service.js';
export { Permission } from './permissions.js';
