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
    "\n  query MyData {\n    myProfile {\n      displayName\n      kind\n      templateSince\n      pinSince\n      credentials {\n        id\n        kind\n        expiresAt\n      }\n    }\n    myConsent {\n      id\n      textVersion\n      language\n      givenBy\n      givenAt\n      text\n      evidence {\n        guardianName\n        guardianRelation\n        reference\n      }\n    }\n  }\n": typeof types.MyDataDocument,
    "\n  mutation WithdrawMyConsent {\n    withdrawMyConsent {\n      __typename\n    }\n  }\n": typeof types.WithdrawMyConsentDocument,
    "\n  mutation ExportMyData($language: Language!) {\n    exportMyData(language: $language) {\n      __typename\n      ... on PersonExport {\n        fileName\n        document\n      }\n      ... on ExportThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.ExportMyDataDocument,
    "\n  mutation SetMyPin($input: SetMyPinInput!) {\n    setMyPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n      ... on PinRefused {\n        reason\n      }\n    }\n  }\n": typeof types.SetMyPinDocument,
    "\n  mutation OpenHolderSession($input: OpenHolderSessionInput!) {\n    openHolderSession(input: $input) {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n": typeof types.OpenHolderSessionDocument,
    "\n  mutation RefreshHolderSession {\n    refreshHolderSession {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n": typeof types.RefreshHolderSessionDocument,
    "\n  mutation CloseHolderSession {\n    closeHolderSession {\n      sessions\n    }\n  }\n": typeof types.CloseHolderSessionDocument,
    "\n  query MyPass {\n    myPass {\n      __typename\n      ... on Pass {\n        text\n        drawnAt\n        expiresAt\n      }\n    }\n  }\n": typeof types.MyPassDocument,
    "\n  query MyStanding {\n    myProfile {\n      displayName\n      kind\n      templateSince\n    }\n    myConsent {\n      id\n    }\n    myValidationLock {\n      state\n      retryAfterSeconds\n    }\n  }\n": typeof types.MyStandingDocument,
};
const documents: Documents = {
    "\n  query MyData {\n    myProfile {\n      displayName\n      kind\n      templateSince\n      pinSince\n      credentials {\n        id\n        kind\n        expiresAt\n      }\n    }\n    myConsent {\n      id\n      textVersion\n      language\n      givenBy\n      givenAt\n      text\n      evidence {\n        guardianName\n        guardianRelation\n        reference\n      }\n    }\n  }\n": types.MyDataDocument,
    "\n  mutation WithdrawMyConsent {\n    withdrawMyConsent {\n      __typename\n    }\n  }\n": types.WithdrawMyConsentDocument,
    "\n  mutation ExportMyData($language: Language!) {\n    exportMyData(language: $language) {\n      __typename\n      ... on PersonExport {\n        fileName\n        document\n      }\n      ... on ExportThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.ExportMyDataDocument,
    "\n  mutation SetMyPin($input: SetMyPinInput!) {\n    setMyPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n      ... on PinRefused {\n        reason\n      }\n    }\n  }\n": types.SetMyPinDocument,
    "\n  mutation OpenHolderSession($input: OpenHolderSessionInput!) {\n    openHolderSession(input: $input) {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n": types.OpenHolderSessionDocument,
    "\n  mutation RefreshHolderSession {\n    refreshHolderSession {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n": types.RefreshHolderSessionDocument,
    "\n  mutation CloseHolderSession {\n    closeHolderSession {\n      sessions\n    }\n  }\n": types.CloseHolderSessionDocument,
    "\n  query MyPass {\n    myPass {\n      __typename\n      ... on Pass {\n        text\n        drawnAt\n        expiresAt\n      }\n    }\n  }\n": types.MyPassDocument,
    "\n  query MyStanding {\n    myProfile {\n      displayName\n      kind\n      templateSince\n    }\n    myConsent {\n      id\n    }\n    myValidationLock {\n      state\n      retryAfterSeconds\n    }\n  }\n": types.MyStandingDocument,
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
export function graphql(source: "\n  query MyData {\n    myProfile {\n      displayName\n      kind\n      templateSince\n      pinSince\n      credentials {\n        id\n        kind\n        expiresAt\n      }\n    }\n    myConsent {\n      id\n      textVersion\n      language\n      givenBy\n      givenAt\n      text\n      evidence {\n        guardianName\n        guardianRelation\n        reference\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyData {\n    myProfile {\n      displayName\n      kind\n      templateSince\n      pinSince\n      credentials {\n        id\n        kind\n        expiresAt\n      }\n    }\n    myConsent {\n      id\n      textVersion\n      language\n      givenBy\n      givenAt\n      text\n      evidence {\n        guardianName\n        guardianRelation\n        reference\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawMyConsent {\n    withdrawMyConsent {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawMyConsent {\n    withdrawMyConsent {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportMyData($language: Language!) {\n    exportMyData(language: $language) {\n      __typename\n      ... on PersonExport {\n        fileName\n        document\n      }\n      ... on ExportThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ExportMyData($language: Language!) {\n    exportMyData(language: $language) {\n      __typename\n      ... on PersonExport {\n        fileName\n        document\n      }\n      ... on ExportThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMyPin($input: SetMyPinInput!) {\n    setMyPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n      ... on PinRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetMyPin($input: SetMyPinInput!) {\n    setMyPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n      ... on PinRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenHolderSession($input: OpenHolderSessionInput!) {\n    openHolderSession(input: $input) {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenHolderSession($input: OpenHolderSessionInput!) {\n    openHolderSession(input: $input) {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshHolderSession {\n    refreshHolderSession {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshHolderSession {\n    refreshHolderSession {\n      __typename\n      ... on HolderSessionOpened {\n        accessToken\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseHolderSession {\n    closeHolderSession {\n      sessions\n    }\n  }\n"): (typeof documents)["\n  mutation CloseHolderSession {\n    closeHolderSession {\n      sessions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPass {\n    myPass {\n      __typename\n      ... on Pass {\n        text\n        drawnAt\n        expiresAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyPass {\n    myPass {\n      __typename\n      ... on Pass {\n        text\n        drawnAt\n        expiresAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyStanding {\n    myProfile {\n      displayName\n      kind\n      templateSince\n    }\n    myConsent {\n      id\n    }\n    myValidationLock {\n      state\n      retryAfterSeconds\n    }\n  }\n"): (typeof documents)["\n  query MyStanding {\n    myProfile {\n      displayName\n      kind\n      templateSince\n    }\n    myConsent {\n      id\n    }\n    myValidationLock {\n      state\n      retryAfterSeconds\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;