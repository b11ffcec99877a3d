import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Each is a layer of docker/Dockerfile's last stage. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  Node: ['usr/local'],
  'libraries of Debian': ['usr/lib', 'usr/lib64', 'var', 'etc'],
  'packages of npm': ['app/node_modules'],
  models: ['app/models'],
  calibration: ['app/packs'],
  'pages, each also compressed twice': ['app/web'],
  Presente: ['app/dist'],
  'list of all that (CycloneDX), licence': ['app/sbom.cdx.json', 'app/LICENSE', 'app/package.json'],
};

/** What buildah puts there for the run, and what compose and ECS let a process write to. */
const NOT_OURS = /^(proc|sys|dev|run|tmp|etc\/(hostname|hosts|resolv\.conf))(\/|$)/;

async function* files(folder: string, within = folder): AsyncGenerator<string> {
  if (NOT_OURS.test(path.relative(within, folder))) return;
  const info = await lstat(folder).catch(() => undefined);
  if (info === undefined) return;
  if (!info.isDirectory()) yield folder;
  else for (const name of await readdir(folder)) yield* files(path.join(folder, name), within);
}

/** What an image is made of, from the root folder of a container. */
export async function sizes(root: string): Promise<{ readonly what: string; readonly megabytes: number }[]> {
  return Promise.all(
    Object.entries(LAYERS).map(async ([what, folders]) => {
      let bytes = 0;
      for (const folder of folders)
        for await (const file of files(path.join(root, folder))) bytes += (await lstat(file)).size;
      return { what, megabytes: bytes / 1e6 };
    }),
  );
}

/** What was written there since, but for what is mounted. */
export async function changedSince(root: string, since: Date): Promise<string[]> {
  const changed: string[] = [];
  for await (const file of files(root)) if ((await lstat(file)).mtime > since) changed.push(path.relative(root, file));
  return changed;
}
