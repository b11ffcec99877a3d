import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { ANYONE_MAY } from '../../src/common/context/anyone-may.js';
import { ALLOWED } from '../../src/modules/auth/allow.decorator.js';
import { type Permission } from '../../src/modules/auth/index.js';
import { resolvers } from '../../src/schema.js';

type Handler = (...args: unknown[]) => unknown;

/** One field of a root type, with a document that calls it. */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  /** Undefined for what anyone may, and for what states none. */
  readonly permission: Permission | undefined;
  readonly anyoneMay: boolean;
  readonly document: string;
  /** Of the right types; ids that nothing has. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Every operation of the schema. @throws Error for one without a resolver method of its name */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, root]) => fieldsOf(root).map((field) => operationOf(kind, field)));
}

const fieldsOf = (root: GraphQLObjectType | undefined | null): GraphQLField<unknown, unknown>[] =>
  Object.values(root?.getFields() ?? {});

function operationOf(kind: Operation['kind'], field: GraphQLField<unknown, unknown>): Operation {
  const handler = handlerOf(field.name);
  if (handler === undefined) throw new Error(`${field.name} has no resolver method of its name.`);
  const needed = field.args.filter(isNeeded);
  const head = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    kind,
    name: field.name,
    permission: Reflect.getMetadata(ALLOWED, handler) as Permission | undefined,
    anyoneMay: Reflect.hasMetadata(ANYONE_MAY, handler),
    document: `${kind}${head && ` (${head})`} { ${field.name}${args && `(${args})`}${selection} }`,
    variables: Object.fromEntries(needed.map(({ name, type }) => [name, valueOf(type)])),
  };
}

/** Methods are named as their operations. */
function handlerOf(operation: string): Handler | undefined {
  for (const { prototype } of resolvers) {
    const handler = (prototype as unknown as Record<string, Handler | undefined>)[operation];
    if (handler !== undefined && Reflect.hasMetadata('graphql:resolver_type', handler)) return handler;
  }
  return undefined;
}

const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue === undefined;

function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isNeeded);
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type)]));
  }
  return SCALARS[type.name] ?? '00000000';
}

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: '0198c0de-0000-7000-8000-000000000000',
  Int: 1,
  Float: 0.001,
  Boolean: true,
  DateTime: '2030-01-01T00:00:00.000Z',
};
