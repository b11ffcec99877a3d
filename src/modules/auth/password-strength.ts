import { registerEnumType } from '@nestjs/graphql';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { plainText } from '../../common/plain-text.js';

export const MIN_PASSWORD_LENGTH = 12;

/** Of zxcvbn's 0 to 4: 3 holds against 10^8 guesses, "safely unguessable" (Wheeler, USENIX Security 2016). */
const MIN_SCORE = 3;
/** Shorter parts of names are in too many words to mean anything. */
const MIN_PART_LENGTH = 4;
/** What is tried first here, as institutions' own names are elsewhere (NIST SP 800-63B-4, 3.1.1.2). */
const OUR_WORDS = ['presente', 'admin', 'administrator', 'registrar', 'operator', 'auditor'];

export enum PasswordWeakness {
  TOO_SHORT = 'TOO_SHORT',
  GUESSABLE = 'GUESSABLE',
  CONTAINS_EMAIL = 'CONTAINS_EMAIL',
  CONTAINS_NAME = 'CONTAINS_NAME',
}
registerEnumType(PasswordWeakness, {
  name: 'PasswordWeakness',
  description: 'What a password must be: long enough, not a common one or a pattern, without the address and the name.',
});

export interface PasswordOwner {
  readonly email: string;
  readonly displayName: string;
}

let made: ZxcvbnFactory | undefined;

/** Made when the first password is judged: its tables take 6 MB, and most processes never judge one. */
function judge(): ZxcvbnFactory {
  // Judging takes time that grows with the length; 64 characters say enough.
  made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64 });
  return made;
}

/** Pure. @returns empty when the password is good */
export function weaknessesOf(password: string, { email, displayName }: PasswordOwner): PasswordWeakness[] {
  const address = partsOf(email.split('@', 1)[0] ?? '');
  const name = partsOf(displayName);
  // Without case and accents, which are the first things that people and guessers change.
  const plain = plainText(password);
  const contains = (parts: readonly string[]) => parts.some((part) => plain.includes(part));
  const found: [weakness: PasswordWeakness, is: boolean][] = [
    [PasswordWeakness.TOO_SHORT, Array.from(password).length < MIN_PASSWORD_LENGTH],
    [PasswordWeakness.GUESSABLE, judge().check(password, [...OUR_WORDS, ...address, ...name]).score < MIN_SCORE],
    [PasswordWeakness.CONTAINS_EMAIL, contains(address)],
    [PasswordWeakness.CONTAINS_NAME, contains(name)],
  ];
  return found.filter(([, is]) => is).map(([weakness]) => weakness);
}

/** The whole, joined, and each of its words. */
function partsOf(text: string): string[] {
  const words = plainText(text).split(/[^\p{L}\p{N}]+/u);
  return [...new Set([words.join(''), ...words])].filter((part) => part.length >= MIN_PART_LENGTH);
}
