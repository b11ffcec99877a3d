import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isCompositeType,
  getNamedType,
} from 'graphql';

export interface ExampleOperation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** A document that fits the schema, with ids of nobody. */
  readonly document: string;
}

const SCALARS: Readonly<Record<string, string>> = {
  ID: '"0198c0de-0000-7000-8000-000000000000"',
  String: '"00000000"',
  Int: '1',
  Float: '0.0001',
  Boolean: 'true',
  DateTime: '"2030-01-01T00:00:00Z"',
};

/** One for each operation of the schema, made from it alone: an operation that is new is among them by itself. */
export function exampleOperations(schema: GraphQLSchema): ExampleOperation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({
      name: field.name,
      kind,
      document: `${kind} { ${callOf(field)} }`,
    })),
  );
}

function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter((arg) => isNonNullType(arg.type));
  const list = required.map((arg) => `${arg.name}: ${literalOf(arg.type)}`).join(', ');
  return `${name}${list === '' ? '' : `(${list})`}${isCompositeType(getNamedType(type)) ? ' { __typename }' : ''}`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? 'null';
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
}
