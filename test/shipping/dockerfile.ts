import { readFile } from 'node:fs/promises';
import { fromRoot } from '../../src/config/paths.js';
import { type Dockerfile, DockerfileParser } from 'dockerfile-ast';

interface Reading {
  readonly text: string;
  readonly dockerfile: Dockerfile;
  /** What a container can be told to run, by the head of the file. */
  readonly entryPoints: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly user: string;
  readonly ports: readonly string[];
  /** As compose and ECS write it: `CMD`, then the words. */
  readonly healthcheck: readonly string[];
}

/** The last one of an instruction, as its arguments stand there. */
const last = (dockerfile: Dockerfile, keyword: string): string =>
  dockerfile
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === keyword)
    .at(-1)
    ?.getArgumentsContent() ?? '';

const words = (json: string): string[] => JSON.parse(json) as string[];

/** What docker/Dockerfile promises. */
export async function readDockerfile(): Promise<Reading> {
  const text = await readFile(fromRoot('docker/Dockerfile'), 'utf8');
  const dockerfile = DockerfileParser.parse(text);
  const health = last(dockerfile, 'HEALTHCHECK');
  return {
    text,
    dockerfile,
    entryPoints: [...(text.split('\nFROM')[0] ?? '').matchAll(/dist\/src\/main\.[\w-]+\.js/g)].map(([name]) => name),
    entrypoint: words(last(dockerfile, 'ENTRYPOINT')),
    command: words(last(dockerfile, 'CMD')),
    user: last(dockerfile, 'USER'),
    ports: last(dockerfile, 'EXPOSE').split(' '),
    healthcheck: ['CMD', ...words(health.slice(health.indexOf('[')))],
  };
}
