import { type ImportRowInput, type PersonKind } from '../graphql/graphql';
import { type TableRow } from './read-table';

/** Which column holds what, counted from 0; null where none does. */
export interface Columns {
  readonly externalId: number | null;
  readonly name: number | null;
  /** Put behind the name, where the file has them apart. */
  readonly surname: number | null;
  readonly kind: number | null;
  /** Of everybody whom no column says it of. */
  readonly everybody: PersonKind | null;
}

export type ColumnField = Exclude<keyof Columns, 'everybody'>;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the columns are called in lists of schools, in both languages; the first that fits is taken. */
const NAMES: readonly (readonly [field: ColumnField, name: RegExp])[] = [
  ['externalId', /\b(id|identificador|external ?id|expediente|nia|nre|matricula|codigo|numero|number|dni|nif)\b/],
  ['surname', /\b(apellidos?|surnames?|last ?name|family ?name)\b/],
  ['kind', /\b(tipo|kind|rol|role|perfil|colectivo)\b/],
  ['name', /\b(nombre|nombres|name|display ?name|first ?name|given ?name|alumno|estudiante|persona)\b/],
];

const NOTHING: Columns = { externalId: null, name: null, surname: null, kind: null, everybody: 'STUDENT' };

/** Whether the first row names columns instead of a person. */
export const hasHeader = (rows: readonly TableRow[]): boolean => guessColumns(rows[0]?.cells ?? []).externalId !== null;

/** @param header the cells of the first row; nothing is guessed when it names no column */
export function guessColumns(header: readonly string[]): Columns {
  const guessed: Record<ColumnField, number | null> = { externalId: null, name: null, surname: null, kind: null };
  header.map(plain).forEach((cell, index) => {
    // "Nombre y apellidos" is one column.
    const isWholeName = /\b(nombre y apellidos|apellidos y nombre|full name|nombre completo)\b/.test(cell);
    const field = isWholeName ? 'name' : NAMES.find(([one, name]) => guessed[one] === null && name.test(cell))?.[0];
    if (field !== undefined) guessed[field] ??= index;
  });
  if (guessed.externalId === null) return NOTHING;
  return { ...guessed, everybody: guessed.kind === null ? 'STUDENT' : null };
}

const KINDS: Readonly<Record<string, PersonKind>> = {
  student: 'STUDENT',
  students: 'STUDENT',
  pupil: 'STUDENT',
  alumno: 'STUDENT',
  alumna: 'STUDENT',
  'alumno a': 'STUDENT',
  alumnado: 'STUDENT',
  estudiante: 'STUDENT',
  staff: 'STAFF',
  teacher: 'STAFF',
  employee: 'STAFF',
  personal: 'STAFF',
  profesor: 'STAFF',
  profesora: 'STAFF',
  'profesor a': 'STAFF',
  profesorado: 'STAFF',
  docente: 'STAFF',
  empleado: 'STAFF',
  empleada: 'STAFF',
  pas: 'STAFF',
  pdi: 'STAFF',
  ptgas: 'STAFF',
};

/** A word that is not known is none: who is called something else is not taken for a student. */
const kindOf = (text: string, unsaid: PersonKind | null): PersonKind | null =>
  plain(text) === '' ? unsaid : (KINDS[plain(text)] ?? null);

/** Longer than what the server takes, so that it refuses it, and not so long that a request is. */
const LONGEST = 200;

const cut = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** A row of the file as the server wants it. */
export function personOf({ cells }: TableRow, columns: Columns): ImportRowInput {
  const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''));
  return {
    externalId: cut(cell(columns.externalId)),
    displayName: cut(`${cell(columns.name)} ${cell(columns.surname)}`),
    kind: kindOf(cell(columns.kind), columns.everybody),
  };
}
