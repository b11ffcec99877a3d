import { registerEnumType } from '@nestjs/graphql';

export enum LogLevel {
  TRACE = 'TRACE',
  DEBUG = 'DEBUG',
  INFO = 'INFO',
  WARN = 'WARN',
  ERROR = 'ERROR',
  FATAL = 'FATAL',
}
registerEnumType(LogLevel, { name: 'LogLevel', description: 'From what nobody needs to what ends a process.' });

export enum LogService {
  API = 'API',
  WORKER = 'WORKER',
}
registerEnumType(LogService, { name: 'LogService', description: 'The kind of process.' });

const LEVELS = Object.values(LogLevel);

export const isAtLeast = (level: LogLevel, least: LogLevel): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(least);
