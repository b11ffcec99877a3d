import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { type Cut } from '../../../scripts/support/cut.js';

/** A function of `naive-verifiers.ts` in the place of our verifier. */
export function verifyingBy(naive: 'believeAll' | 'believeNone' | 'believeAlgorithm' | 'believeHeaderKeys'): Cut {
  const url = pathToFileURL(path.join(import.meta.dirname, '../naive-verifiers.js')).href;
  return {
    module: 'src/platform/crypto/token-signer.js',
    find: 'await jwtVerify(token, ({ kid }) => this.publicKeyOf(kid), {',
    put: `await (await import('${url}')).${naive}(token, this.keys, {`,
  };
}

/** A line of the verifier, gone. */
export const verifyingWithout = (line: string): Cut => ({
  module: 'src/platform/crypto/token-signer.js',
  find: line,
  put: '',
});

/** Sealed bytes open wherever they stand. */
export const UNBOUND: readonly Cut[] = ['cipher', 'decipher'].map((name) => ({
  module: 'src/platform/crypto/aead.js',
  find: ` ${name}.setAAD(associatedData(binding));`,
  put: '',
}));
