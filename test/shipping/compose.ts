import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromRoot } from '../../src/config/paths.js';

const variables = z.record(z.string(), z.string());

const service = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  environment: variables.default({}),
  env_file: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  profiles: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
  deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }) }),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()),
  read_only: z.boolean(),
});

const schema = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).nullable()),
});

export type Compose = z.output<typeof schema>;

/** What compose.yaml says, with anchors and merges resolved, as text and as what this project uses of it. */
export async function readCompose(): Promise<{ readonly raw: unknown; readonly compose: Compose }> {
  const raw: unknown = parse(await readFile(fromRoot('compose.yaml'), 'utf8'), { merge: true });
  return { raw, compose: schema.parse(raw) };
}

/** A value was asked for that must be given. */
export class MissingError extends Error {}

/** `${NAME:-other}`, `${NAME:?why}` and `$$`, as compose reads them. @throws MissingError as compose would */
export const interpolated = (text: string, given: Readonly<Record<string, string | undefined>>): string =>
  text.replaceAll(/\$(\$|\{(\w+):([-?])(.*?)\})/g, (_, whole: string, name: string, kind: string, other: string) => {
    if (whole === '$') return '$';
    const value = given[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new MissingError(`${name} ${other}`);
    return other;
  });
