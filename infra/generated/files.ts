import { fileURLToPath } from 'node:url';
import { awsPage } from './page.ts';
import { snapshotOf } from './snapshot.ts';
import { bothStages } from './templates.ts';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Every file that is made from the templates, with what belongs in it. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const stages = bothStages();
  return new Map([
    [at('../../docs/aws.md'), await awsPage(stages)],
    [at('../test/snapshot/dev.json'), snapshotOf(stages.dev)],
    [at('../test/snapshot/prod.json'), snapshotOf(stages.prod)],
  ]);
}
