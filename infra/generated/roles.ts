import { type Json, type StageTemplates } from './templates.ts';

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  /** As people read them. */
  readonly resources: readonly string[];
  readonly conditions: Json | undefined;
}

/** What a policy document holds before it is read. */
interface RawStatement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: Json;
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Each role of a stage by its name, with everything that it may; managed policies of AWS are under `managed`. */
export interface RoleRights {
  readonly name: string;
  readonly trusts: string;
  readonly statements: readonly Statement[];
  readonly managed: readonly string[];
}

export function rolesOf(templates: StageTemplates): RoleRights[] {
  const policies = templates.of('AWS::IAM::Policy');
  return templates.of('AWS::IAM::Role').map(({ stack, id, properties }) => {
    const name = `${stack}.${id}`;
    const own = policies.filter((policy) =>
      listOf(policy.properties['Roles']).some((role) => templates.name(role, policy.stack) === name),
    );
    return {
      name,
      trusts: trustedBy(properties),
      statements: own.flatMap((policy) => statementsOf(policy.properties, policy.stack, templates)),
      managed: listOf(properties['ManagedPolicyArns'] ?? []).map((policy) => templates.name(policy, stack)),
    };
  });
}

function trustedBy(properties: Json): string {
  const { Statement } = properties['AssumeRolePolicyDocument'] as { Statement: { Principal: Json }[] };
  return Statement.flatMap(({ Principal }) => Object.values(Principal).map(String)).join(', ');
}

const statementsOf = (properties: Json, stack: string, templates: StageTemplates): Statement[] =>
  (properties['PolicyDocument'] as { Statement: RawStatement[] }).Statement.map((raw) => ({
    effect: raw.Effect,
    actions: listOf(raw.Action ?? []),
    resources: listOf(raw.Resource).map((resource) => templates.name(resource, stack)),
    conditions: raw.Condition,
  }));

const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.?+^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  ).test(value);

/** Whether a role may do that at all, whatever its conditions ask besides: the wide reading, which is the safe one for "may not". */
export const may = ({ statements }: RoleRights, action: string, resource: string): boolean =>
  statements.some(
    ({ effect, actions, resources }) =>
      effect === 'Allow' &&
      actions.some((each) => matches(each, action)) &&
      resources.some((each) => matches(each, resource)),
  );
