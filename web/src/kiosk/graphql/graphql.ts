/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** LOOK_LEFT and LOOK_RIGHT: turn the head to one’s own left or right, about 30°. BLINK: close both eyes. COME_CLOSER: until the face is a third larger. Between two steps: back to looking straight. */
export type ChallengeStep =
  | 'BLINK'
  | 'COME_CLOSER'
  | 'LOOK_LEFT'
  | 'LOOK_RIGHT';

/** What is asked for beside the QR. With FACE_AND_PIN, `openValidation` wants the person’s `pin` too. */
export type CheckpointFactors =
  | 'FACE'
  | 'FACE_AND_PIN';

/** The public half of the key that the device made, as `crypto.subtle.exportKey("jwk", …)` gives it: EC on P-256, or OKP on Ed25519. Make the private half non-extractable; it is never sent. */
export type DeviceKeyInput = {
  crv: string;
  kty: string;
  x: string;
  /** Of EC only. */
  y?: string | null | undefined;
};

/** All but INVALID are said only to who holds the key of the device. INVALID: no such device, another key, or not an assertion as it must be. CLOCK: the clock of the device is wrong by more than 30 seconds, or the assertion lay around. REPLAYED: this assertion was used. REVOKED: the device is cut off for good; pair it anew. */
export type DeviceRefusal =
  | 'CLOCK'
  | 'INVALID'
  | 'REPLAYED'
  | 'REVOKED';

export type DeviceTokenInput = {
  /** A JWT that the device signed with its key: header `alg` ES256 (or EdDSA) and `typ` `presente-device-assertion+jwt`; `iss` and `sub` the id of the device, `aud` the audience that the pairing gave, `jti` 16 to 64 letters, digits, dashes or underscores of its own each time, `iat` now, `exp` at most 60 seconds later. */
  assertion: string;
};

export type OpenValidationInput = {
  checkpointId: string | number;
  /** The text of the QR, as the camera read it; whatever it is. */
  credential: string;
  /** Made by the client, 8 to 128 letters, digits, dots, dashes or underscores (a UUID does well). Repeating the mutation with the same key and input gives the first answer again and makes nothing new. */
  idempotencyKey: string;
  /** Of `openTurn`. A device needs one; a desk with an operator may take a card without. */
  nonce?: string | null | undefined;
  /** Of the person, 6 to 12 digits; where the checkpoint’s `factors` are FACE_AND_PIN. */
  pin?: string | null | undefined;
  /** For who cannot or will not do steps: none are asked for, and a face that matches ends INCONCLUSIVE with WITHOUT_CHALLENGE, for an operator to confirm. Without effect where the checkpoint’s `liveness` is PASSIVE. */
  withoutChallenge?: boolean;
};

export type PairDeviceInput = {
  /** As it was shown; case, spaces and dashes do not matter, nor O for 0 and I or L for 1. */
  code: string;
  publicKey: DeviceKeyInput;
};

export type ValidationReason =
  | 'ATTESTED'
  | 'BLINK_NOT_SEEN'
  | 'BLURRED'
  | 'CAPTURE_LOST'
  | 'CAPTURE_NOT_RECEIVED'
  | 'CHALLENGE_OUT_OF_ORDER'
  | 'COME_CLOSER_NOT_SEEN'
  | 'CONFIRMED'
  | 'CONSENT_MISSING'
  | 'CREDENTIAL_EXPIRED'
  | 'CREDENTIAL_FOREIGN'
  | 'CREDENTIAL_INVALID'
  | 'CREDENTIAL_REVOKED'
  | 'CUT_OFF'
  | 'DIFFERENT_FACES'
  | 'EYES_COVERED'
  | 'FACE_JUMPED'
  | 'FACE_MISMATCH'
  | 'FRAMES_NOT_IN_TIME'
  | 'FRAMES_REPEATED'
  | 'IMAGE_UNREADABLE'
  | 'LOCKED'
  | 'LOOKS_LIKE_A_PICTURE'
  | 'LOOK_STRAIGHT_FIRST'
  | 'MATCH'
  | 'MOUTH_COVERED'
  | 'MOVES_LIKE_A_PICTURE'
  | 'NOT_ENROLLED'
  | 'NO_FACE'
  | 'PASS_EXPIRED'
  | 'PASS_REPLAYED'
  | 'PIN_LOCKED'
  | 'PIN_NOT_SET'
  | 'PIN_REQUIRED'
  | 'PIN_WRONG'
  | 'PROCESSING_FAILED'
  | 'PROCESSING_TIMED_OUT'
  | 'SEVERAL_FACES'
  | 'TEMPLATE_OUTDATED'
  | 'TOO_BRIGHT'
  | 'TOO_CLOSE'
  | 'TOO_DARK'
  | 'TOO_MANY_FAILURES'
  | 'TOO_SMALL'
  | 'TURNED_AWAY'
  | 'TURN_ELSEWHERE'
  | 'TURN_EXPIRED'
  | 'TURN_FURTHER_LEFT'
  | 'TURN_FURTHER_RIGHT'
  | 'TURN_REQUIRED'
  | 'TURN_UNKNOWN'
  | 'TURN_USED'
  | 'WITHOUT_CHALLENGE';

/** OPEN → QUEUED → PROCESSING → one of the others, which are final. */
export type ValidationState =
  | 'ACCEPTED'
  | 'EXPIRED'
  | 'FAILED'
  | 'INCONCLUSIVE'
  | 'OPEN'
  | 'PROCESSING'
  | 'QUEUED'
  | 'REJECTED';

export type PairDeviceMutationVariables = Exact<{
  input: PairDeviceInput;
}>;


export type PairDeviceMutation = { pairDevice:
    | { __typename: 'DevicePaired', deviceId: string, checkpointId: string, audience: string }
    | { __typename: 'PairingRefused' }
    | { __typename: 'PairingThrottled', retryAfterSeconds: number }
   };

export type DeviceTokenMutationVariables = Exact<{
  input: DeviceTokenInput;
}>;


export type DeviceTokenMutation = { deviceToken:
    | { __typename: 'DeviceRefused', reason: DeviceRefusal }
    | { __typename: 'DeviceToken', accessToken: string, expiresAt: string }
   };

export type KioskCheckpointQueryVariables = Exact<{
  id: string | number;
}>;


export type KioskCheckpointQuery = { checkpoint: { name: string, factors: CheckpointFactors, closedAt: string | null } };

export type OpenTurnMutationVariables = Exact<{
  checkpointId: string | number;
}>;


export type OpenTurnMutation = { openTurn:
    | { __typename: 'CheckpointClosed' }
    | { __typename: 'TurnOpened', nonce: string }
   };

export type ValidationEndFragment = { state: ValidationState, reason: ValidationReason | null, result:
    | { __typename: 'ValidationAccepted', person: { displayName: string } | null }
    | { __typename: 'ValidationExpired' }
    | { __typename: 'ValidationFailed' }
    | { __typename: 'ValidationInconclusive' }
    | { __typename: 'ValidationRejected' }
   | null };

export type OpenValidationMutationVariables = Exact<{
  input: OpenValidationInput;
}>;


export type OpenValidationMutation = { openValidation:
    | { __typename: 'CheckpointBusy', retryAfterSeconds: number }
    | { __typename: 'CheckpointClosed' }
    | { __typename: 'ValidationLocked' }
    | { __typename: 'ValidationOpened', attempt: { id: string }, capture: { token: string }, challenge: { steps: Array<ChallengeStep> } | null }
    | { __typename: 'ValidationRefused', attempt: { reason: ValidationReason | null } }
    | { __typename: 'ValidationThrottled', retryAfterSeconds: number }
   };

export type ValidationEndsSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ValidationEndsSubscription = { validationChanged: { state: ValidationState, reason: ValidationReason | null, result:
      | { __typename: 'ValidationAccepted', person: { displayName: string } | null }
      | { __typename: 'ValidationExpired' }
      | { __typename: 'ValidationFailed' }
      | { __typename: 'ValidationInconclusive' }
      | { __typename: 'ValidationRejected' }
     | null } };

export type ValidationNowQueryVariables = Exact<{
  id: string | number;
}>;


export type ValidationNowQuery = { validation: { state: ValidationState, reason: ValidationReason | null, result:
      | { __typename: 'ValidationAccepted', person: { displayName: string } | null }
      | { __typename: 'ValidationExpired' }
      | { __typename: 'ValidationFailed' }
      | { __typename: 'ValidationInconclusive' }
      | { __typename: 'ValidationRejected' }
     | null } };

export const ValidationEndFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ValidationEnd"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAttempt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAccepted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ValidationEndFragment, unknown>;
export const PairDeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PairDevice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PairDeviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pairDevice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePaired"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceId"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointId"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PairingThrottled"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<PairDeviceMutation, PairDeviceMutationVariables>;
export const DeviceTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeviceToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<DeviceTokenMutation, DeviceTokenMutationVariables>;
export const KioskCheckpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KioskCheckpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"factors"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}}]}}]} as unknown as DocumentNode<KioskCheckpointQuery, KioskCheckpointQueryVariables>;
export const OpenTurnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenTurn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"checkpointId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openTurn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"checkpointId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"checkpointId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TurnOpened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nonce"}}]}}]}}]}}]} as unknown as DocumentNode<OpenTurnMutation, OpenTurnMutationVariables>;
export const OpenValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenValidationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openValidation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationOpened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capture"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}}]}},{"kind":"Field","name":{"kind":"Name","value":"challenge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"steps"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationThrottled"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckpointBusy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<OpenValidationMutation, OpenValidationMutationVariables>;
export const ValidationEndsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ValidationEnds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"validationChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ValidationEnd"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ValidationEnd"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAttempt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAccepted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ValidationEndsSubscription, ValidationEndsSubscriptionVariables>;
export const ValidationNowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ValidationNow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"validation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ValidationEnd"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ValidationEnd"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAttempt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationAccepted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ValidationNowQuery, ValidationNowQueryVariables>;