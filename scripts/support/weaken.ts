import { registerHooks } from 'node:module';
import { type Cut } from './cut.js';

/**
 * Loaded before a program with `--import`: changes the modules named in `WEAKENED` while they are loaded. So a defence can
 * be switched off in a real process without a switch in the product. A text that is not there any more ends the process:
 * a test must not pass because its cut went stale. It imports nothing of ours that imports: what is loaded before can't be
 * changed.
 */
const cuts = JSON.parse(process.env['WEAKENED'] ?? '[]') as readonly Cut[];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const its = cuts.filter(({ module }) => url.endsWith(`/${module}`));
    if (its.length === 0) return loaded;
    return { ...loaded, source: its.reduce(without, textOf(loaded.source)) };
  },
});

const textOf = (source: string | ArrayBuffer | NodeJS.TypedArray | undefined | null): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source ?? undefined);

function without(source: string, { module, find, put }: Cut): string {
  if (source.split(find).length !== 2) {
    process.stderr.write(`The cut of ${module} is stale: its text must be there once.\n${find}\n`);
    process.exit(70); // EX_SOFTWARE of sysexits.h
  }
  return source.replace(find, () => put);
}
