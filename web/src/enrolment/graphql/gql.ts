/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n": typeof types.ImportPersonsDocument,
    "\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n": typeof types.PersonFieldsFragmentDoc,
    "\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": typeof types.RegisterPersonDocument,
    "\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": typeof types.CorrectPersonDocument,
};
const documents: Documents = {
    "\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n": types.ImportPersonsDocument,
    "\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n": types.PersonFieldsFragmentDoc,
    "\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": types.RegisterPersonDocument,
    "\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": types.CorrectPersonDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n"): (typeof documents)["\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;