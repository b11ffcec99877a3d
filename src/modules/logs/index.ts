export { LogsModule, logsResolvers } from './logs.module.js';
