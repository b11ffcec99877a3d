import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('Presente: no package.json above the running file');
  return findRoot(parent);
}

/** The folder of package.json, the same whether the code runs from src/ or from dist/. */
export const projectRoot = findRoot(import.meta.dirname);

/** Resolves a setting's path against the project's folder, so that it means the same from any working directory. */
export const fromRoot = (...parts: string[]): string => path.resolve(projectRoot, ...parts);
