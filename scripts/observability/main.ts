import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';
import { observabilityFiles } from './files.js';

for (const [file, content] of observabilityFiles()) {
  await mkdir(path.dirname(fromRoot(file)), { recursive: true });
  await writeFile(fromRoot(file), content);
}
