export { SystemModule, systemResolvers } from './system.module.js';
