/**
 * Gathers what the processes of Presente load, and a list of it (CycloneDX), for docker/Dockerfile: `node scripts/image/main.ts FROM TO
 * [ARCHITECTURE]`. FROM holds what was built, and the dependencies of production alone. Plain TypeScript for Node's own type stripping,
 * no import of ours.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeFileTrace } from '@vercel/nft';

const [from = '', to = '', arch = process.arch] = process.argv.slice(2);
const PACK = 'arcface';

/** The other engine: to be compared with, at the desk. With TensorFlow.js it would be the largest part of the image. */
const LEFT_OUT = /node_modules\/(@tensorflow|@vladmandic)\//;

const NOT_FOR_NODE =
  /(\.d\.[cm]?ts|\.[cm]?ts|\.tsx|\.map|\.md|\.markdown|\.flow|\.lib|\.h|\.hpp|\.cc|\.gyp|\.gypi|\.musl\.node)$/i;

/** Not what only people and compilers read, but for the licences. */
const isForNode = (file: string): boolean =>
  /licen[cs]e|notice|copying/i.test(path.basename(file)) || !NOT_FOR_NODE.test(file);

/** Binaries for other machines lie in folders such as `bin/napi-v6/win32/x64` and `prebuilds/darwin-arm64`. */
const BINARIES = /\/(?:bin\/napi-v\d+\/(\w+)\/(\w+)|prebuilds\/([a-z0-9]+)-(\w+))(?:\/|$)/;

interface Machine {
  readonly platform: string;
  readonly arch: string;
}

interface Component {
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly 'bom-ref'?: string;
  readonly [further: string]: unknown;
}

interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Package {
  readonly name: string;
  readonly version: string;
}

const refOf = ({ name, version }: Package): string => `${name}@${version}`;
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(from, file), 'utf8'));

/** Folders of packages, such as `node_modules/a/node_modules/b`, of which a process can load a file. */
async function packagesLoaded(): Promise<string[]> {
  const entries = globSync(['dist/src/main.*.js', 'dist/src/**/thread.js'], { cwd: from });
  if (entries.length === 0) throw new Error(`Nothing was built in ${from}.`);
  const { fileList } = await nodeFileTrace(
    entries.map((entry) => path.join(from, entry)),
    {
      base: from,
      processCwd: from,
      ignore: (file) => LEFT_OUT.test(file),
    },
  );
  const folders = [...fileList].map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].toSorted();
}

function isForMachine(file: string, { platform, arch }: Machine): boolean {
  const [, platform1, arch1, platform2, arch2] = BINARIES.exec(file) ?? [];
  const [forPlatform, forArch] = [platform1 ?? platform2, arch1 ?? arch2];
  return forPlatform === undefined || (forPlatform === platform && forArch === arch);
}

/**
 * A package that is reached comes whole, but for what Node never reads: which of its files a tracer overlooks would else show at a
 * door, and all of that weighs little.
 */
function copyPackage(folder: string, machine: Machine): void {
  const source = path.join(from, folder);
  cpSync(source, path.join(to, folder), {
    recursive: true,
    filter: (file) => {
      const nested = path.relative(source, file).split(path.sep).includes('node_modules');
      return !nested && isForMachine(file, machine) && (statSync(file).isDirectory() || isForNode(file));
    },
  });
}

/** What the pages are bundled from: their own dependencies, with all that those stand on. */
function bundled({ dependencies }: Bom): Set<string> {
  const web = read('web/package.json') as Package & { readonly dependencies: Readonly<Record<string, string>> };
  const dependsOn = new Map(dependencies.map(({ ref, dependsOn: others }) => [ref, others]));
  const found = new Set(dependsOn.get(refOf(web))?.filter((ref) => ref.replace(/@[^@]*$/, '') in web.dependencies));
  for (const ref of found) for (const other of dependsOn.get(ref) ?? []) found.add(other);
  return found;
}

/** @returns the npm packages that are in the image, or bundled in its pages; with Node and the models beside them */
function billOfMaterials(folders: readonly string[]): unknown {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const bom = JSON.parse(execFileSync('npm', args, { cwd: from, maxBuffer: 2 ** 26, encoding: 'utf8' })) as Bom;
  const refs = bundled(bom);
  for (const folder of folders) refs.add(refOf(read(`${folder}/package.json`) as Package));
  const components = bom.components.filter(({ 'bom-ref': ref = '' }) => refs.has(ref));
  const unknown = [...refs].filter((ref) => !components.some((component) => component['bom-ref'] === ref));
  if (unknown.length > 0) throw new Error(`npm does not know these packages of the image: ${unknown.join(', ')}`);
  refs.add(bom.metadata.component['bom-ref']);
  return {
    ...bom,
    components: [...components, node(), ...models()],
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
}

function node(): Component {
  const version = process.version.slice(1);
  return {
    type: 'platform',
    name: 'node',
    version,
    'bom-ref': `pkg:generic/node@${version}`,
    purl: `pkg:generic/node@${version}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`,
  };
}

/** Each is the file that its pack names, or the image is not built. */
function models(): Component[] {
  const manifest = `packs/${PACK}/manifest.json`;
  const { origin, stages } = read(manifest) as {
    readonly origin: string;
    readonly stages: Readonly<Record<string, { readonly file: { readonly name: string; readonly sha256: string } }>>;
  };
  return Object.values(stages).map(({ file: { name, sha256 } }) => {
    const found = createHash('sha256')
      .update(readFileSync(path.join(from, 'models', PACK, name)))
      .digest('hex');
    if (found !== sha256) throw new Error(`${name} is not the file that ${manifest} names.`);
    return {
      type: 'machine-learning-model',
      name,
      'bom-ref': `${origin}#${name}`,
      description: `From the npm package ${origin}`,
      hashes: [{ alg: 'SHA-256', content: sha256 }],
    };
  });
}

function copyOwn(): void {
  // All packs: that of the other engine is what says that its models are not here.
  for (const folder of ['web/dist', 'packs', `models/${PACK}`, 'LICENSE'])
    cpSync(path.join(from, folder), path.join(to, folder), { recursive: true });
  cpSync(path.join(from, 'dist/src'), path.join(to, 'dist/src'), {
    recursive: true,
    filter: (file) => !/\.spec\.js(\.map)?$/.test(file),
  });
  const { name, version, license, type } = read('package.json') as Record<string, string>;
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify({ name, version, license, type }, null, 2)}\n`);
}

mkdirSync(to, { recursive: true });
const folders = await packagesLoaded();
for (const folder of folders) copyPackage(folder, { platform: 'linux', arch });
copyOwn();
writeFileSync(path.join(to, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(folders), null, 1)}\n`);
process.stdout.write(`${folders.length} packages in ${to}\n`);
