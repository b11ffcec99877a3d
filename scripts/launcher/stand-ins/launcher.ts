import path from 'node:path';
import { launch } from '../launch.js';

const program = (name: string) => path.join(import.meta.dirname, name);
const [dataDir = ''] = process.argv.slice(2);

await launch(dataDir, {
  migrate: program('migrate.js'),
  firstAdmin: program('first-admin.js'),
  api: program('api.js'),
  worker: program('worker.js'),
});
