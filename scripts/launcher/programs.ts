import path from 'node:path';

/** The programs a stack is made of: JavaScript files that Node can run. */
export interface Programs {
  readonly migrate: string;
  readonly firstAdmin: string;
  readonly api: string;
  readonly worker: string;
}

const built = (name: string) => path.resolve(import.meta.dirname, '../../src', name);

export const presentePrograms: Programs = {
  migrate: built('main.migrate.js'),
  firstAdmin: built('main.first-admin.js'),
  api: built('main.api.js'),
  worker: built('main.worker.js'),
};
