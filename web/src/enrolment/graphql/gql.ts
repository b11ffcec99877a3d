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
    "\n  mutation IssueCard($input: IssueCredentialInput!) {\n    issueCredential(input: $input) {\n      credential {\n        ...CredentialFields\n      }\n      qr {\n        text\n      }\n    }\n  }\n": typeof types.IssueCardDocument,
    "\n  fragment CardHolder on Person {\n    id\n    externalId\n    displayName\n    kind\n  }\n": typeof types.CardHolderFragmentDoc,
    "\n  query CardHolderById($id: ID!) {\n    person(id: $id) {\n      ...CardHolder\n    }\n    credentials(personId: $id, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n    }\n  }\n": typeof types.CardHolderByIdDocument,
    "\n  query CardHolderByExternalId($externalId: String!) {\n    personByExternalId(externalId: $externalId) {\n      ...CardHolder\n    }\n  }\n": typeof types.CardHolderByExternalIdDocument,
    "\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n": typeof types.ImportPersonsDocument,
    "\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n": typeof types.PersonFieldsFragmentDoc,
    "\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": typeof types.RegisterPersonDocument,
    "\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": typeof types.CorrectPersonDocument,
    "\n  fragment ConsentFields on Consent {\n    id\n    textVersion\n    language\n    givenBy\n    givenAt\n    withdrawnAt\n    evidence {\n      needsGuardian\n      guardianName\n      guardianRelation\n      reference\n    }\n  }\n": typeof types.ConsentFieldsFragmentDoc,
    "\n  query OnePerson($id: ID!) {\n    person(id: $id) {\n      id\n      externalId\n      displayName\n      kind\n      createdAt\n      enrolledAt\n      standing\n      consentHistory {\n        ...ConsentFields\n      }\n    }\n  }\n": typeof types.OnePersonDocument,
    "\n  query ConsentTexts {\n    consentTexts {\n      version\n      language\n      body\n    }\n  }\n": typeof types.ConsentTextsDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      __typename\n    }\n  }\n": typeof types.RecordConsentDocument,
    "\n  mutation WithdrawConsent($personId: ID!) {\n    withdrawConsent(personId: $personId) {\n      __typename\n    }\n  }\n": typeof types.WithdrawConsentDocument,
    "\n  fragment EnrolmentFields on Enrolment {\n    id\n    state\n    reason\n    photoReasons\n    createdAt\n    deadlineAt\n    finishedAt\n  }\n": typeof types.EnrolmentFieldsFragmentDoc,
    "\n  query Enrolments($personId: ID!, $after: ID) {\n    enrolments(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...EnrolmentFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.EnrolmentsDocument,
    "\n  query OneEnrolment($id: ID!) {\n    enrolment(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n": typeof types.OneEnrolmentDocument,
    "\n  subscription EnrolmentChanges($id: ID!) {\n    enrolmentChanged(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n": typeof types.EnrolmentChangesDocument,
    "\n  mutation OpenEnrolment($input: OpenEnrolmentInput!) {\n    openEnrolment(input: $input) {\n      __typename\n      ... on EnrolmentOpened {\n        enrolment {\n          ...EnrolmentFields\n        }\n        capture {\n          token\n        }\n      }\n      ... on EnrolmentRunning {\n        enrolment {\n          ...EnrolmentFields\n        }\n      }\n    }\n  }\n": typeof types.OpenEnrolmentDocument,
    "\n  fragment CredentialFields on Credential {\n    id\n    kind\n    issuedAt\n    expiresAt\n    revokedAt\n    revokedReason\n  }\n": typeof types.CredentialFieldsFragmentDoc,
    "\n  query Credentials($personId: ID!, $after: ID) {\n    credentials(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CredentialsDocument,
    "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      ...CredentialFields\n    }\n  }\n": typeof types.RevokeCredentialDocument,
    "\n  mutation SetPin($input: SetPinInput!) {\n    setPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n    }\n  }\n": typeof types.SetPinDocument,
    "\n  mutation Invite($personId: ID!) {\n    issueHolderInvitation(personId: $personId) {\n      code\n      path\n      expiresAt\n    }\n  }\n": typeof types.InviteDocument,
    "\n  mutation EndPages($personId: ID!) {\n    endHolderSessions(personId: $personId) {\n      sessions\n    }\n  }\n": typeof types.EndPagesDocument,
    "\n  query Lock($personId: ID!) {\n    validationLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n": typeof types.LockDocument,
    "\n  mutation LiftLock($personId: ID!) {\n    liftLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n": typeof types.LiftLockDocument,
    "\n  fragment ReceiptFields on ErasureReceipt {\n    id\n    personId\n    erasedAt\n    token\n  }\n": typeof types.ReceiptFieldsFragmentDoc,
    "\n  mutation Erase($personId: ID!) {\n    erasePerson(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n": typeof types.EraseDocument,
    "\n  query ReceiptOf($personId: ID!) {\n    erasureReceipt(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n": typeof types.ReceiptOfDocument,
    "\n  mutation ExportPerson($personId: ID!, $language: Language!) {\n    exportPerson(personId: $personId, language: $language) {\n      fileName\n      document\n      counts {\n        section\n        count\n      }\n    }\n  }\n": typeof types.ExportPersonDocument,
};
const documents: Documents = {
    "\n  mutation IssueCard($input: IssueCredentialInput!) {\n    issueCredential(input: $input) {\n      credential {\n        ...CredentialFields\n      }\n      qr {\n        text\n      }\n    }\n  }\n": types.IssueCardDocument,
    "\n  fragment CardHolder on Person {\n    id\n    externalId\n    displayName\n    kind\n  }\n": types.CardHolderFragmentDoc,
    "\n  query CardHolderById($id: ID!) {\n    person(id: $id) {\n      ...CardHolder\n    }\n    credentials(personId: $id, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n    }\n  }\n": types.CardHolderByIdDocument,
    "\n  query CardHolderByExternalId($externalId: String!) {\n    personByExternalId(externalId: $externalId) {\n      ...CardHolder\n    }\n  }\n": types.CardHolderByExternalIdDocument,
    "\n  mutation ImportPersons($input: ImportPersonsInput!) {\n    importPersons(input: $input) {\n      rows {\n        outcome\n        problems\n        holder: person {\n          id\n          displayName\n          kind\n        }\n      }\n    }\n  }\n": types.ImportPersonsDocument,
    "\n  fragment PersonFields on Person {\n    id\n    externalId\n    displayName\n    kind\n    standing\n  }\n": types.PersonFieldsFragmentDoc,
    "\n  query People($after: ID, $search: String, $standing: PersonStanding) {\n    persons(first: 100, after: $after, search: $search, standing: $standing) {\n      nodes {\n        ...PersonFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation RegisterPerson($input: RegisterPersonInput!) {\n    registerPerson(input: $input) {\n      __typename\n      ... on PersonRegistered {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": types.RegisterPersonDocument,
    "\n  mutation CorrectPerson($input: CorrectPersonInput!) {\n    correctPerson(input: $input) {\n      __typename\n      ... on PersonCorrected {\n        person {\n          ...PersonFields\n        }\n      }\n      ... on ExternalIdTaken {\n        person {\n          ...PersonFields\n        }\n      }\n    }\n  }\n": types.CorrectPersonDocument,
    "\n  fragment ConsentFields on Consent {\n    id\n    textVersion\n    language\n    givenBy\n    givenAt\n    withdrawnAt\n    evidence {\n      needsGuardian\n      guardianName\n      guardianRelation\n      reference\n    }\n  }\n": types.ConsentFieldsFragmentDoc,
    "\n  query OnePerson($id: ID!) {\n    person(id: $id) {\n      id\n      externalId\n      displayName\n      kind\n      createdAt\n      enrolledAt\n      standing\n      consentHistory {\n        ...ConsentFields\n      }\n    }\n  }\n": types.OnePersonDocument,
    "\n  query ConsentTexts {\n    consentTexts {\n      version\n      language\n      body\n    }\n  }\n": types.ConsentTextsDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      __typename\n    }\n  }\n": types.RecordConsentDocument,
    "\n  mutation WithdrawConsent($personId: ID!) {\n    withdrawConsent(personId: $personId) {\n      __typename\n    }\n  }\n": types.WithdrawConsentDocument,
    "\n  fragment EnrolmentFields on Enrolment {\n    id\n    state\n    reason\n    photoReasons\n    createdAt\n    deadlineAt\n    finishedAt\n  }\n": types.EnrolmentFieldsFragmentDoc,
    "\n  query Enrolments($personId: ID!, $after: ID) {\n    enrolments(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...EnrolmentFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.EnrolmentsDocument,
    "\n  query OneEnrolment($id: ID!) {\n    enrolment(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n": types.OneEnrolmentDocument,
    "\n  subscription EnrolmentChanges($id: ID!) {\n    enrolmentChanged(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n": types.EnrolmentChangesDocument,
    "\n  mutation OpenEnrolment($input: OpenEnrolmentInput!) {\n    openEnrolment(input: $input) {\n      __typename\n      ... on EnrolmentOpened {\n        enrolment {\n          ...EnrolmentFields\n        }\n        capture {\n          token\n        }\n      }\n      ... on EnrolmentRunning {\n        enrolment {\n          ...EnrolmentFields\n        }\n      }\n    }\n  }\n": types.OpenEnrolmentDocument,
    "\n  fragment CredentialFields on Credential {\n    id\n    kind\n    issuedAt\n    expiresAt\n    revokedAt\n    revokedReason\n  }\n": types.CredentialFieldsFragmentDoc,
    "\n  query Credentials($personId: ID!, $after: ID) {\n    credentials(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CredentialsDocument,
    "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      ...CredentialFields\n    }\n  }\n": types.RevokeCredentialDocument,
    "\n  mutation SetPin($input: SetPinInput!) {\n    setPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n    }\n  }\n": types.SetPinDocument,
    "\n  mutation Invite($personId: ID!) {\n    issueHolderInvitation(personId: $personId) {\n      code\n      path\n      expiresAt\n    }\n  }\n": types.InviteDocument,
    "\n  mutation EndPages($personId: ID!) {\n    endHolderSessions(personId: $personId) {\n      sessions\n    }\n  }\n": types.EndPagesDocument,
    "\n  query Lock($personId: ID!) {\n    validationLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n": types.LockDocument,
    "\n  mutation LiftLock($personId: ID!) {\n    liftLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n": types.LiftLockDocument,
    "\n  fragment ReceiptFields on ErasureReceipt {\n    id\n    personId\n    erasedAt\n    token\n  }\n": types.ReceiptFieldsFragmentDoc,
    "\n  mutation Erase($personId: ID!) {\n    erasePerson(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n": types.EraseDocument,
    "\n  query ReceiptOf($personId: ID!) {\n    erasureReceipt(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n": types.ReceiptOfDocument,
    "\n  mutation ExportPerson($personId: ID!, $language: Language!) {\n    exportPerson(personId: $personId, language: $language) {\n      fileName\n      document\n      counts {\n        section\n        count\n      }\n    }\n  }\n": types.ExportPersonDocument,
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
export function graphql(source: "\n  mutation IssueCard($input: IssueCredentialInput!) {\n    issueCredential(input: $input) {\n      credential {\n        ...CredentialFields\n      }\n      qr {\n        text\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation IssueCard($input: IssueCredentialInput!) {\n    issueCredential(input: $input) {\n      credential {\n        ...CredentialFields\n      }\n      qr {\n        text\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardHolder on Person {\n    id\n    externalId\n    displayName\n    kind\n  }\n"): (typeof documents)["\n  fragment CardHolder on Person {\n    id\n    externalId\n    displayName\n    kind\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardHolderById($id: ID!) {\n    person(id: $id) {\n      ...CardHolder\n    }\n    credentials(personId: $id, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query CardHolderById($id: ID!) {\n    person(id: $id) {\n      ...CardHolder\n    }\n    credentials(personId: $id, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardHolderByExternalId($externalId: String!) {\n    personByExternalId(externalId: $externalId) {\n      ...CardHolder\n    }\n  }\n"): (typeof documents)["\n  query CardHolderByExternalId($externalId: String!) {\n    personByExternalId(externalId: $externalId) {\n      ...CardHolder\n    }\n  }\n"];
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentFields on Consent {\n    id\n    textVersion\n    language\n    givenBy\n    givenAt\n    withdrawnAt\n    evidence {\n      needsGuardian\n      guardianName\n      guardianRelation\n      reference\n    }\n  }\n"): (typeof documents)["\n  fragment ConsentFields on Consent {\n    id\n    textVersion\n    language\n    givenBy\n    givenAt\n    withdrawnAt\n    evidence {\n      needsGuardian\n      guardianName\n      guardianRelation\n      reference\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnePerson($id: ID!) {\n    person(id: $id) {\n      id\n      externalId\n      displayName\n      kind\n      createdAt\n      enrolledAt\n      standing\n      consentHistory {\n        ...ConsentFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query OnePerson($id: ID!) {\n    person(id: $id) {\n      id\n      externalId\n      displayName\n      kind\n      createdAt\n      enrolledAt\n      standing\n      consentHistory {\n        ...ConsentFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsentTexts {\n    consentTexts {\n      version\n      language\n      body\n    }\n  }\n"): (typeof documents)["\n  query ConsentTexts {\n    consentTexts {\n      version\n      language\n      body\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawConsent($personId: ID!) {\n    withdrawConsent(personId: $personId) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawConsent($personId: ID!) {\n    withdrawConsent(personId: $personId) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EnrolmentFields on Enrolment {\n    id\n    state\n    reason\n    photoReasons\n    createdAt\n    deadlineAt\n    finishedAt\n  }\n"): (typeof documents)["\n  fragment EnrolmentFields on Enrolment {\n    id\n    state\n    reason\n    photoReasons\n    createdAt\n    deadlineAt\n    finishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Enrolments($personId: ID!, $after: ID) {\n    enrolments(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...EnrolmentFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Enrolments($personId: ID!, $after: ID) {\n    enrolments(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...EnrolmentFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneEnrolment($id: ID!) {\n    enrolment(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n"): (typeof documents)["\n  query OneEnrolment($id: ID!) {\n    enrolment(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EnrolmentChanges($id: ID!) {\n    enrolmentChanged(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n"): (typeof documents)["\n  subscription EnrolmentChanges($id: ID!) {\n    enrolmentChanged(id: $id) {\n      ...EnrolmentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenEnrolment($input: OpenEnrolmentInput!) {\n    openEnrolment(input: $input) {\n      __typename\n      ... on EnrolmentOpened {\n        enrolment {\n          ...EnrolmentFields\n        }\n        capture {\n          token\n        }\n      }\n      ... on EnrolmentRunning {\n        enrolment {\n          ...EnrolmentFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenEnrolment($input: OpenEnrolmentInput!) {\n    openEnrolment(input: $input) {\n      __typename\n      ... on EnrolmentOpened {\n        enrolment {\n          ...EnrolmentFields\n        }\n        capture {\n          token\n        }\n      }\n      ... on EnrolmentRunning {\n        enrolment {\n          ...EnrolmentFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CredentialFields on Credential {\n    id\n    kind\n    issuedAt\n    expiresAt\n    revokedAt\n    revokedReason\n  }\n"): (typeof documents)["\n  fragment CredentialFields on Credential {\n    id\n    kind\n    issuedAt\n    expiresAt\n    revokedAt\n    revokedReason\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Credentials($personId: ID!, $after: ID) {\n    credentials(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Credentials($personId: ID!, $after: ID) {\n    credentials(personId: $personId, after: $after, first: 10) {\n      nodes {\n        ...CredentialFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      ...CredentialFields\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      ...CredentialFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPin($input: SetPinInput!) {\n    setPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetPin($input: SetPinInput!) {\n    setPin(input: $input) {\n      __typename\n      ... on PinTooWeak {\n        reasons\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Invite($personId: ID!) {\n    issueHolderInvitation(personId: $personId) {\n      code\n      path\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation Invite($personId: ID!) {\n    issueHolderInvitation(personId: $personId) {\n      code\n      path\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndPages($personId: ID!) {\n    endHolderSessions(personId: $personId) {\n      sessions\n    }\n  }\n"): (typeof documents)["\n  mutation EndPages($personId: ID!) {\n    endHolderSessions(personId: $personId) {\n      sessions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Lock($personId: ID!) {\n    validationLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n"): (typeof documents)["\n  query Lock($personId: ID!) {\n    validationLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiftLock($personId: ID!) {\n    liftLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n"): (typeof documents)["\n  mutation LiftLock($personId: ID!) {\n    liftLock(personId: $personId) {\n      state\n      failures\n      retryAfterSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReceiptFields on ErasureReceipt {\n    id\n    personId\n    erasedAt\n    token\n  }\n"): (typeof documents)["\n  fragment ReceiptFields on ErasureReceipt {\n    id\n    personId\n    erasedAt\n    token\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Erase($personId: ID!) {\n    erasePerson(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n"): (typeof documents)["\n  mutation Erase($personId: ID!) {\n    erasePerson(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptOf($personId: ID!) {\n    erasureReceipt(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n"): (typeof documents)["\n  query ReceiptOf($personId: ID!) {\n    erasureReceipt(personId: $personId) {\n      ...ReceiptFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportPerson($personId: ID!, $language: Language!) {\n    exportPerson(personId: $personId, language: $language) {\n      fileName\n      document\n      counts {\n        section\n        count\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ExportPerson($personId: ID!, $language: Language!) {\n    exportPerson(personId: $personId, language: $language) {\n      fileName\n      document\n      counts {\n        section\n        count\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;