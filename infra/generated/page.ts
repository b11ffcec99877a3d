import { format } from 'prettier';
import { ACKNOWLEDGED } from '../lib/acknowledged.ts';
import { idleMonth, type Item, millionValidations, rekognitionMillion, total } from '../cost/estimate.ts';
import { settingsOf } from '../lib/settings.ts';
import { type DrawnArrow, drawnArrows } from './arrows.ts';
import { networkDiagram, rightsDiagram } from './diagram.ts';
import { type RoleRights, rolesOf } from './roles.ts';
import { type StageTemplates } from './templates.ts';

type Row = readonly string[];

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const code = (text: string): string => `\`${text.replace('AWS::Partition', 'aws')}\``;

/** Each arrow once: both of its ends are in the template, which a test proves. */
function arrowTable(prod: readonly DrawnArrow[], dev: readonly DrawnArrow[]): string {
  const lines = new Map<string, { readonly arrow: DrawnArrow; readonly stages: Set<string> }>();
  for (const [stage, arrows] of [
    ['prod', prod],
    ['dev', dev],
  ] as const) {
    for (const arrow of arrows) {
      const key = `${arrow.from} ${arrow.to} ${arrow.port}`;
      const line = lines.get(key) ?? { arrow, stages: new Set<string>() };
      line.stages.add(stage);
      lines.set(key, line);
    }
  }
  return table(
    ['from', 'to', 'port', 'why', 'in'],
    [...lines.values()].map(({ arrow: { from, to, protocol, port, why }, stages }) => [
      from,
      to,
      `${protocol}/${port}`,
      why.replace(/^[^:]*: /, ''),
      stages.size === 2 ? 'both' : [...stages].join(),
    ]),
  );
}

function roleTable(roles: readonly RoleRights[]): string {
  const rows = roles.flatMap(({ name, trusts, statements, managed }): Row[] => {
    const rights = statements.map(({ actions, resources, conditions }): Row => [
      code(name),
      code(trusts),
      actions.map(code).join(', '),
      resources.map(code).join(', '),
      conditions === undefined ? '' : code(JSON.stringify(conditions)),
    ]);
    const ofAws = managed.map((policy): Row => [code(name), code(trusts), 'AWS’ own policy', code(policy), '']);
    const none: Row[] = rights.length + ofAws.length === 0 ? [[code(name), code(trusts), '**nothing**', '', '']] : [];
    return [...rights, ...ofAws, ...none];
  });
  return table(['role', 'taken by', 'may', 'on', 'if'], rows);
}

const nothing = (): undefined => undefined;

function costTable(prod: readonly Item[], dev: readonly Item[] = []): string {
  const whats = [...new Set([...prod, ...dev].map(({ what }) => what))];
  const cells = (items: readonly Item[], what: string): Row => {
    const found = items.find((each) => each.what === what);
    return found === undefined ? ['–', ''] : [found.dollars.toFixed(2), found.how];
  };
  const rows = whats.map((what) => [what, ...cells(prod, what), ...(dev.length > 0 ? cells(dev, what) : [])]);
  const sums = (items: readonly Item[]): Row => [`**${total(items).toFixed(2)}**`, ''];
  const ends = ['together', ...sums(prod), ...(dev.length > 0 ? sums(dev) : [])];
  const head = dev.length > 0 ? ['', 'prod, $', '', 'dev, $', ''] : ['', '$', ''];
  return table(head, [...rows, ends]);
}

const acknowledgedTable = (): string =>
  table(
    ['rule', 'at', 'in', 'because', 'until'],
    ACKNOWLEDGED.map(({ rule, at, stage, because, until }) => [
      code(rule),
      at.map(code).join(', '),
      stage ?? 'both',
      because,
      until,
    ]),
  );

const sections = ({ prod, dev }: Readonly<Record<'prod' | 'dev', StageTemplates>>): string => `
# On AWS: who may do what, and who reaches whom

Made by \`npm --prefix infra run generate\` from the synthesised templates; changes here are lost, and a test fails when this page is old.
How to deploy is in [deployment.md](deployment.md), why it is so in [ADR 59](adr/0059-aws.md).

## The picture

\`prod\`, drawn from its templates. Arrows are all the rules of all security groups, with their ports:

\`\`\`mermaid
${networkDiagram(prod)}
\`\`\`

What its tasks may, beside that; \`migrateRole\` has no arrow because it may nothing:

\`\`\`mermaid
${rightsDiagram(prod)}
\`\`\`

## Arrows

All rules of all security groups. Each stands in the template twice, out of the one group and into the other; there is no other rule.

${arrowTable(drawnArrows(prod), drawnArrows(dev))}

## Rights

All statements of all roles of \`prod\`. A name is \`stack.Resource\`; \`data.Database\` among secrets is RDS' own secret with its owner's password.
An _execution_ role starts a task and is never seen by the program; the other one is what the program is. What they may **not** do is
[a table of its own](../infra/test/stacks/roles.ts), which the tests walk.

${roleTable(rolesOf(prod))}

## Cost

\`npm --prefix infra run cost\`, from the templates and [list prices](../infra/cost/prices.ts) of us-east-1. **Most prices are from memory**, none was
fetched by the script: check before quoting. A month in which nobody comes:

${costTable(idleMonth(prod, settingsOf('prod', nothing)), idleMonth(dev, settingsOf('dev', nothing)))}

A million validations with a challenge cost beyond that:

${costTable(millionValidations(settingsOf('prod', nothing)))}

Rekognition compares a million images for $${String(rekognitionMillion())} at its list price, without liveness, credentials, servers or a database.

## Findings that are meant so

cdk-nag (AwsSolutions, NIST 800-53 r5) finds nothing but these, and each of these is found.

${acknowledgedTable()}
`;

/** docs/aws.md, as Prettier would have it. */
export const awsPage = (stages: Readonly<Record<'prod' | 'dev', StageTemplates>>): Promise<string> =>
  format(sections(stages).trimStart(), { parser: 'markdown', printWidth: 120, singleQuote: true });
