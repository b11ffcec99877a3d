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
    "\n  mutation PairDevice($input: PairDeviceInput!) {\n    pairDevice(input: $input) {\n      __typename\n      ... on DevicePaired {\n        deviceId\n        checkpointId\n        audience\n      }\n      ... on PairingThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.PairDeviceDocument,
    "\n  mutation DeviceToken($input: DeviceTokenInput!) {\n    deviceToken(input: $input) {\n      __typename\n      ... on DeviceToken {\n        accessToken\n        expiresAt\n      }\n      ... on DeviceRefused {\n        reason\n      }\n    }\n  }\n": typeof types.DeviceTokenDocument,
    "\n  query KioskCheckpoint($id: ID!) {\n    checkpoint(id: $id) {\n      name\n      factors\n      closedAt\n    }\n  }\n": typeof types.KioskCheckpointDocument,
    "\n  mutation OpenTurn($checkpointId: ID!) {\n    openTurn(checkpointId: $checkpointId) {\n      __typename\n      ... on TurnOpened {\n        nonce\n      }\n    }\n  }\n": typeof types.OpenTurnDocument,
    "\n  fragment ValidationEnd on ValidationAttempt {\n    state\n    reason\n    result {\n      __typename\n      ... on ValidationAccepted {\n        person {\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.ValidationEndFragmentDoc,
    "\n  mutation OpenValidation($input: OpenValidationInput!) {\n    openValidation(input: $input) {\n      __typename\n      ... on ValidationOpened {\n        attempt {\n          id\n        }\n        capture {\n          token\n        }\n        challenge {\n          steps\n        }\n      }\n      ... on ValidationRefused {\n        attempt {\n          reason\n        }\n      }\n      ... on ValidationThrottled {\n        retryAfterSeconds\n      }\n      ... on CheckpointBusy {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.OpenValidationDocument,
    "\n  subscription ValidationEnds($id: ID!) {\n    validationChanged(id: $id) {\n      ...ValidationEnd\n    }\n  }\n": typeof types.ValidationEndsDocument,
    "\n  query ValidationNow($id: ID!) {\n    validation(id: $id) {\n      ...ValidationEnd\n    }\n  }\n": typeof types.ValidationNowDocument,
};
const documents: Documents = {
    "\n  mutation PairDevice($input: PairDeviceInput!) {\n    pairDevice(input: $input) {\n      __typename\n      ... on DevicePaired {\n        deviceId\n        checkpointId\n        audience\n      }\n      ... on PairingThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.PairDeviceDocument,
    "\n  mutation DeviceToken($input: DeviceTokenInput!) {\n    deviceToken(input: $input) {\n      __typename\n      ... on DeviceToken {\n        accessToken\n        expiresAt\n      }\n      ... on DeviceRefused {\n        reason\n      }\n    }\n  }\n": types.DeviceTokenDocument,
    "\n  query KioskCheckpoint($id: ID!) {\n    checkpoint(id: $id) {\n      name\n      factors\n      closedAt\n    }\n  }\n": types.KioskCheckpointDocument,
    "\n  mutation OpenTurn($checkpointId: ID!) {\n    openTurn(checkpointId: $checkpointId) {\n      __typename\n      ... on TurnOpened {\n        nonce\n      }\n    }\n  }\n": types.OpenTurnDocument,
    "\n  fragment ValidationEnd on ValidationAttempt {\n    state\n    reason\n    result {\n      __typename\n      ... on ValidationAccepted {\n        person {\n          displayName\n        }\n      }\n    }\n  }\n": types.ValidationEndFragmentDoc,
    "\n  mutation OpenValidation($input: OpenValidationInput!) {\n    openValidation(input: $input) {\n      __typename\n      ... on ValidationOpened {\n        attempt {\n          id\n        }\n        capture {\n          token\n        }\n        challenge {\n          steps\n        }\n      }\n      ... on ValidationRefused {\n        attempt {\n          reason\n        }\n      }\n      ... on ValidationThrottled {\n        retryAfterSeconds\n      }\n      ... on CheckpointBusy {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.OpenValidationDocument,
    "\n  subscription ValidationEnds($id: ID!) {\n    validationChanged(id: $id) {\n      ...ValidationEnd\n    }\n  }\n": types.ValidationEndsDocument,
    "\n  query ValidationNow($id: ID!) {\n    validation(id: $id) {\n      ...ValidationEnd\n    }\n  }\n": types.ValidationNowDocument,
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
export function graphql(source: "\n  mutation PairDevice($input: PairDeviceInput!) {\n    pairDevice(input: $input) {\n      __typename\n      ... on DevicePaired {\n        deviceId\n        checkpointId\n        audience\n      }\n      ... on PairingThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PairDevice($input: PairDeviceInput!) {\n    pairDevice(input: $input) {\n      __typename\n      ... on DevicePaired {\n        deviceId\n        checkpointId\n        audience\n      }\n      ... on PairingThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeviceToken($input: DeviceTokenInput!) {\n    deviceToken(input: $input) {\n      __typename\n      ... on DeviceToken {\n        accessToken\n        expiresAt\n      }\n      ... on DeviceRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeviceToken($input: DeviceTokenInput!) {\n    deviceToken(input: $input) {\n      __typename\n      ... on DeviceToken {\n        accessToken\n        expiresAt\n      }\n      ... on DeviceRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KioskCheckpoint($id: ID!) {\n    checkpoint(id: $id) {\n      name\n      factors\n      closedAt\n    }\n  }\n"): (typeof documents)["\n  query KioskCheckpoint($id: ID!) {\n    checkpoint(id: $id) {\n      name\n      factors\n      closedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenTurn($checkpointId: ID!) {\n    openTurn(checkpointId: $checkpointId) {\n      __typename\n      ... on TurnOpened {\n        nonce\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenTurn($checkpointId: ID!) {\n    openTurn(checkpointId: $checkpointId) {\n      __typename\n      ... on TurnOpened {\n        nonce\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ValidationEnd on ValidationAttempt {\n    state\n    reason\n    result {\n      __typename\n      ... on ValidationAccepted {\n        person {\n          displayName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ValidationEnd on ValidationAttempt {\n    state\n    reason\n    result {\n      __typename\n      ... on ValidationAccepted {\n        person {\n          displayName\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenValidation($input: OpenValidationInput!) {\n    openValidation(input: $input) {\n      __typename\n      ... on ValidationOpened {\n        attempt {\n          id\n        }\n        capture {\n          token\n        }\n        challenge {\n          steps\n        }\n      }\n      ... on ValidationRefused {\n        attempt {\n          reason\n        }\n      }\n      ... on ValidationThrottled {\n        retryAfterSeconds\n      }\n      ... on CheckpointBusy {\n        retryAfterSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenValidation($input: OpenValidationInput!) {\n    openValidation(input: $input) {\n      __typename\n      ... on ValidationOpened {\n        attempt {\n          id\n        }\n        capture {\n          token\n        }\n        challenge {\n          steps\n        }\n      }\n      ... on ValidationRefused {\n        attempt {\n          reason\n        }\n      }\n      ... on ValidationThrottled {\n        retryAfterSeconds\n      }\n      ... on CheckpointBusy {\n        retryAfterSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ValidationEnds($id: ID!) {\n    validationChanged(id: $id) {\n      ...ValidationEnd\n    }\n  }\n"): (typeof documents)["\n  subscription ValidationEnds($id: ID!) {\n    validationChanged(id: $id) {\n      ...ValidationEnd\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ValidationNow($id: ID!) {\n    validation(id: $id) {\n      ...ValidationEnd\n    }\n  }\n"): (typeof documents)["\n  query ValidationNow($id: ID!) {\n    validation(id: $id) {\n      ...ValidationEnd\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;