import { strToU8, zipSync } from 'fflate';
import { type Choices } from './choices.ts';
import { bundleFiles, HOOK } from './files.ts';

/** Times in a zip file begin in 1980; the same choices make the same bytes. */
const SOME_DAY = new Date(1980, 0, 2);

const UNIX = 3;
const mode = (file: string): number => (file === HOOK ? 0o100_755 : 0o100_644) << 16;

/** The source bundle for Elastic Beanstalk's Docker platform. */
export const bundle = (choices: Choices): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...bundleFiles(choices)].map(([file, text]) => [
        file,
        [strToU8(text), { mtime: SOME_DAY, os: UNIX, attrs: mode(file) }],
      ]),
    ),
  );
