import { PERSON_FORM } from '../persons/person-form.js';
import { type PersonKind } from '../persons/person.type.js';
import { ImportProblem } from './import.type.js';

/** A row as it was sent. */
export interface RawRow {
  readonly externalId: string;
  readonly displayName: string;
  readonly kind?: PersonKind | null;
}

/** A row that can be a person. */
export interface GoodRow {
  readonly externalId: string;
  readonly displayName: string;
  readonly kind: PersonKind;
}

export type JudgedRow =
  | { readonly row: GoodRow; readonly problems: readonly [] }
  | { readonly row: undefined; readonly problems: readonly ImportProblem[] };

/** Which of the rows can be persons, without spaces around them, and what is wrong with the others. */
export function judgeRows(rows: readonly RawRow[]): JudgedRow[] {
  const earlier = new Set<string>();
  return rows.map((raw) => {
    const externalId = raw.externalId.trim();
    const displayName = raw.displayName.trim().normalize('NFC');
    const problems = [...problemsOfId(externalId, earlier), ...problemsOfName(displayName)];
    // As the blind index has it: `a-1` is `A-1`.
    earlier.add(externalId.toLowerCase());
    if (!raw.kind) return { row: undefined, problems: [...problems, ImportProblem.KIND_MISSING] };
    if (problems.length > 0) return { row: undefined, problems };
    return { row: { externalId, displayName, kind: raw.kind }, problems: [] };
  });
}

function problemsOfId(externalId: string, earlier: ReadonlySet<string>): ImportProblem[] {
  if (externalId === '') return [ImportProblem.EXTERNAL_ID_MISSING];
  if (!PERSON_FORM.externalId.test(externalId)) return [ImportProblem.EXTERNAL_ID_FORM];
  return earlier.has(externalId.toLowerCase()) ? [ImportProblem.REPEATED] : [];
}

function problemsOfName(name: string): ImportProblem[] {
  if (name === '') return [ImportProblem.NAME_MISSING];
  if (!PERSON_FORM.name.test(name)) return [ImportProblem.NAME_FORM];
  return name.length > PERSON_FORM.longestName ? [ImportProblem.NAME_TOO_LONG] : [];
}
