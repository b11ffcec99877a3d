import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { open, seal } from '../../../platform/crypto/aead.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { type PersonRow } from './person.entity.js';
import { type Person } from './person.type.js';
import { beginningsOf, LONGEST, SHORTEST, wordsOf } from './person-words.js';

/** What is personal about a person; in the database only as one sealed field. */
const profileSchema = z.object({ externalId: z.string(), displayName: z.string() });
export type PersonProfile = z.output<typeof profileSchema>;

export type SealedProfile = Pick<PersonRow, 'externalIdIndex' | 'sealedProfile' | 'searchTerms'>;

const profileBinding = (personId: string): readonly string[] => ['person-profile', personId];

/** Seals what is personal about people, and makes it findable by those who have the key of the blind index. */
@Injectable()
export class PersonVault {
  constructor(
    private readonly dataKeys: DataKeys,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** @param key the person's data key */
  seal(id: string, key: Buffer, { externalId, displayName }: PersonProfile): SealedProfile {
    return {
      externalIdIndex: this.indexOf(externalId),
      sealedProfile: seal(key, Buffer.from(JSON.stringify({ externalId, displayName })), profileBinding(id)),
      searchTerms: this.searchTermsOf({ externalId, displayName }),
    };
  }

  /** Undefined for an erased person, also for one who was erased between the reading of the row and of the key. */
  open({ id, kind, createdAt, importId, sealedProfile }: PersonRow, key: Buffer | undefined): Person | undefined {
    if (key === undefined || kind === null || sealedProfile === null) return undefined;
    const profile = profileSchema.parse(JSON.parse(open(key, sealedProfile, profileBinding(id)).toString()));
    return { id, kind, createdAt, importId, ...profile };
  }

  /** Without those who were erased. */
  async openAll(rows: readonly PersonRow[]): Promise<Person[]> {
    const keys = await this.dataKeys.openAll(rows.map(({ id }) => id));
    return rows.map((row) => this.open(row, keys.get(row.id))).filter((person) => person !== undefined);
  }

  indexOf(externalId: string): Buffer {
    return this.blindIndex.of('person.externalId', externalId);
  }

  /** Every beginning of every word that the person can be found by. */
  searchTermsOf({ externalId, displayName }: PersonProfile): number[] {
    const beginnings = [externalId, displayName].flatMap(wordsOf).flatMap(beginningsOf);
    return [...new Set(beginnings.map((beginning) => this.termOf(beginning)))].sort((a, b) => a - b);
  }

  /** What a person must have that these words find; who has it may still be somebody else. Words of one letter find nobody. */
  termsOf(words: readonly string[]): number[] {
    const asked = words.map((word) => Array.from(word).slice(0, LONGEST)).filter(({ length }) => length >= SHORTEST);
    return asked.map((letters) => this.termOf(letters.join('')));
  }

  /** 16 bits of an HMAC: several beginnings share a number, so that none says of itself what it is (docs/adr/0048). */
  private termOf(beginning: string): number {
    return this.blindIndex.of('person.word', beginning).readUInt16BE();
  }
}
