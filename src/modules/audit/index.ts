export { AuditModule, auditResolvers } from './audit.module.js';
