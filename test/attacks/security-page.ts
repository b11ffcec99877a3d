import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { fromRoot } from '../../src/config/paths.js';
import { DeviceRole, mayDo, mayHolderDo, type Permission, Role } from '../../src/modules/auth/permissions.js';
import { buildSchema } from '../../src/schema.js';
import { type Operation, operationsOf } from '../support/operations.js';
import { type AttackGroup, type Weakening } from './attack.js';
import { catalogue } from './catalogue/index.js';

export const SECURITY_PAGE = fromRoot('docs/security.md');

/** docs/security.md as it must be: its own words, with the tables between their marks made anew. */
export async function securityPage(): Promise<string> {
  const written = await readFile(SECURITY_PAGE, 'utf8');
  const tables = {
    attacks: catalogue.map(attackTable).join('\n\n'),
    roles: roleTable(operationsOf(await buildSchema())),
  };
  const filled = Object.entries(tables).reduce((page, [name, table]) => fill(page, name, table), written);
  return format(filled, { ...(await resolveConfig(SECURITY_PAGE)), parser: 'markdown' });
}

function fill(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: printed by "npm run security", do not edit -->`, `<!-- /${name} -->`];
  if (!page.includes(begin) || !page.includes(end)) throw new Error(`docs/security.md has no place for ${name}.`);
  const [before = '', rest = ''] = page.split(begin);
  return `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`;
}

function attackTable({ title, attacks }: AttackGroup): string {
  const rows = attacks.map(({ name, defence, source, weakening }) => [name, defence, placeOf(weakening), source]);
  return [`### On ${title}`, '', table(['attack', 'stopped by', 'which stands in', 'described in'], rows)].join('\n');
}

function placeOf(weakening: Weakening): string {
  switch (weakening.kind) {
    case 'api':
    case 'stack':
      return [
        ...new Set(weakening.cuts.map(({ module }) => `\`${module.replace(/^(?!node_modules)(.*)\.js$/, '$1.ts')}\``)),
      ].join(' ');
    case 'settings':
      return Object.keys(weakening.settings)
        .map((name) => `\`${name}\``)
        .join(' ');
    case 'constraint':
      return `\`${weakening.constraint}\``;
    case 'database':
      return weakening.places.map((place) => `\`${place}\``).join(' ');
  }
}

/** Everybody whom the table of permissions knows. */
const CALLERS: Readonly<Record<string, (permission: Permission) => boolean>> = {
  ...Object.fromEntries(
    [...Object.values(Role), ...Object.values(DeviceRole)].map((role) => [
      role,
      (permission: Permission) => mayDo([role], permission),
    ]),
  ),
  HOLDER: mayHolderDo,
};

function roleTable(operations: readonly Operation[]): string {
  const rows = operations
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ kind, name, permission, anyoneMay }) => [
      `${kind} \`${name}\``,
      anyoneMay ? 'anyone' : `\`${String(permission)}\``,
      ...Object.values(CALLERS).map((may) => (anyoneMay || (permission !== undefined && may(permission)) ? '✓' : '')),
    ]);
  return table(['operation', 'permission', ...Object.keys(CALLERS)], rows);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
