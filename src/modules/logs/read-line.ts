import { z } from 'zod';
import { type StoredLine } from '../../platform/logging/store/log-store.js';
import { LogLevel, LogService } from './log-level.js';
import { type LogDetail, type LogLine } from './log-line.type.js';

const upperCase = z.string().transform((text) => text.toUpperCase());

/** What every line has, what many have, and the rest. */
const written = z.looseObject({
  level: upperCase.pipe(z.enum(LogLevel)),
  time: z.coerce.date(),
  service: upperCase.pipe(z.enum(LogService)),
  version: z.string(),
  pid: z.number(),
  hostname: z.string(),
  context: z.string().optional(),
  msg: z.string().default(''),
  correlationId: z.string().optional(),
});

/** Undefined for what is no line of ours: whoever can write into the store must not make reading it fail. */
export function readLine({ id, line }: StoredLine): LogLine | undefined {
  const parsed = written.safeParse(fromJson(line));
  if (!parsed.success) return undefined;
  const { level, time, service, version, pid, hostname, context, msg, correlationId, ...further } = parsed.data;
  return {
    id,
    at: time,
    level,
    service,
    instance: `${hostname}:${pid}`,
    version,
    context: context ?? null,
    message: msg,
    correlationId: correlationId ?? null,
    operations: operationsOf(further),
    details: detailsOf(further),
  };
}

/**
 * Of the line on an operation, the fields that it asked for; of the line on a fault, the place in the answer, which begins with such
 * a field; of a job, its name; of a request, its method and path.
 */
function operationsOf({ fields, job, method, path }: Readonly<Record<string, unknown>>): string[] {
  if (typeof method === 'string' && typeof path === 'string') return [`${method} ${path}`];
  const named = [...listOf(fields), job, listOf(path)[0]];
  return named.filter((name) => typeof name === 'string');
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function detailsOf(fields: object, before = ''): LogDetail[] {
  return Object.entries(fields).flatMap(([key, value]: [string, unknown]) => {
    const name = `${before}${key}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return detailsOf(value, `${name}.`);
    return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
