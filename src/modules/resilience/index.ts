export { ResilienceAdminModule, resilienceResolvers } from './resilience-admin.module.js';
