/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ConsentGiver =
  | 'GUARDIAN'
  | 'PERSON';

/** A CARD is printed and good for months; a PASS is shown on its holder’s page, anew every few seconds. */
export type CredentialKind =
  | 'CARD'
  | 'PASS';

/** What a guardian is to the person. */
export type GuardianRelation =
  | 'FATHER'
  /** Appointed by a court, or by law. */
  | 'LEGAL_GUARDIAN'
  | 'MOTHER'
  /** Whoever else may decide for them; the reference says where it is written. */
  | 'OTHER';

/** ISO 639-1. */
export type Language =
  | 'EN'
  | 'ES';

/** FREE: a face may be compared. WAITING: after `retryAfterSeconds`. LOCKED: once the lock was lifted. */
export type LockState =
  | 'FREE'
  | 'LOCKED'
  | 'WAITING';

export type OpenHolderSessionInput = {
  /** What stands behind `#code=` in the link; whatever it is. */
  code: string;
};

export type PersonKind =
  | 'STAFF'
  | 'STUDENT';

/** LOCKED: wrong too often in a row, so that none is looked at now; wait, or ask the registrar for a new one. */
export type PinRefusal =
  | 'LOCKED'
  | 'WRONG';

/** What a PIN must not be: digits that repeat (000000, 121212), count up or down, are among the first that people try, or stand in the institution’s own id of the person. */
export type PinWeakness =
  | 'COMMON'
  | 'EXTERNAL_ID'
  | 'REPEATED'
  | 'SEQUENCE';

export type SetMyPinInput = {
  /** The PIN so far; null only when there is none yet. */
  current?: string | null | undefined;
  /** 6 to 12 digits. */
  pin: string;
};

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { myProfile: { displayName: string, kind: PersonKind, templateSince: string | null, pinSince: string | null, credentials: Array<{ id: string, kind: CredentialKind, expiresAt: string }> }, myConsent: { id: string, textVersion: string, language: string, givenBy: ConsentGiver, givenAt: string, text: string | null, evidence: { guardianName: string | null, guardianRelation: GuardianRelation | null, reference: string } | null } | null };

export type WithdrawMyConsentMutationVariables = Exact<{ [key: string]: never; }>;


export type WithdrawMyConsentMutation = { withdrawMyConsent:
    | { __typename: 'ConsentRequired' }
    | { __typename: 'ConsentWithdrawn' }
   };

export type ExportMyDataMutationVariables = Exact<{
  language: Language;
}>;


export type ExportMyDataMutation = { exportMyData:
    | { __typename: 'ExportThrottled', retryAfterSeconds: number }
    | { __typename: 'PersonExport', fileName: string, document: string }
   };

export type SetMyPinMutationVariables = Exact<{
  input: SetMyPinInput;
}>;


export type SetMyPinMutation = { setMyPin:
    | { __typename: 'PinRefused', reason: PinRefusal }
    | { __typename: 'PinSet' }
    | { __typename: 'PinTooWeak', reasons: Array<PinWeakness> }
   };

export type OpenHolderSessionMutationVariables = Exact<{
  input: OpenHolderSessionInput;
}>;


export type OpenHolderSessionMutation = { openHolderSession:
    | { __typename: 'HolderInvitationRefused' }
    | { __typename: 'HolderSessionOpened', accessToken: string }
   };

export type RefreshHolderSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshHolderSessionMutation = { refreshHolderSession:
    | { __typename: 'HolderSessionOpened', accessToken: string }
    | { __typename: 'SessionOver' }
   };

export type CloseHolderSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type CloseHolderSessionMutation = { closeHolderSession: { sessions: number } };

export type MyPassQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPassQuery = { myPass:
    | { __typename: 'Pass', text: string, drawnAt: string, expiresAt: string }
    | { __typename: 'PassUnavailable' }
   };

export type MyStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type MyStandingQuery = { myProfile: { displayName: string, kind: PersonKind, templateSince: string | null }, myConsent: { id: string } | null, myValidationLock: { state: LockState, retryAfterSeconds: number | null } };


export const MyDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"templateSince"}},{"kind":"Field","name":{"kind":"Name","value":"pinSince"}},{"kind":"Field","name":{"kind":"Name","value":"credentials"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"myConsent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"textVersion"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guardianName"}},{"kind":"Field","name":{"kind":"Name","value":"guardianRelation"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]} as unknown as DocumentNode<MyDataQuery, MyDataQueryVariables>;
export const WithdrawMyConsentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawMyConsent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawMyConsent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<WithdrawMyConsentMutation, WithdrawMyConsentMutationVariables>;
export const ExportMyDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportMyData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportMyData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonExport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"document"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExportThrottled"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<ExportMyDataMutation, ExportMyDataMutationVariables>;
export const SetMyPinDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMyPin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMyPinInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMyPin"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PinTooWeak"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PinRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SetMyPinMutation, SetMyPinMutationVariables>;
export const OpenHolderSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenHolderSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenHolderSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openHolderSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HolderSessionOpened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]}}]} as unknown as DocumentNode<OpenHolderSessionMutation, OpenHolderSessionMutationVariables>;
export const RefreshHolderSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshHolderSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshHolderSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HolderSessionOpened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshHolderSessionMutation, RefreshHolderSessionMutationVariables>;
export const CloseHolderSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseHolderSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeHolderSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"}}]}}]}}]} as unknown as DocumentNode<CloseHolderSessionMutation, CloseHolderSessionMutationVariables>;
export const MyPassDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyPass"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myPass"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pass"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"drawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<MyPassQuery, MyPassQueryVariables>;
export const MyStandingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyStanding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"templateSince"}}]}},{"kind":"Field","name":{"kind":"Name","value":"myConsent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"myValidationLock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<MyStandingQuery, MyStandingQueryVariables>;