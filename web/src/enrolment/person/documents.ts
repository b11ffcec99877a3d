import { graphql } from '../graphql';

graphql(`
  fragment ConsentFields on Consent {
    id
    textVersion
    language
    givenBy
    givenAt
    withdrawnAt
    evidence {
      needsGuardian
      guardianName
      guardianRelation
      reference
    }
  }
`);

export const ONE_PERSON = graphql(`
  query OnePerson($id: ID!) {
    person(id: $id) {
      id
      externalId
      displayName
      kind
      createdAt
      enrolledAt
      standing
      consentHistory {
        ...ConsentFields
      }
    }
  }
`);

export const CONSENT_TEXTS = graphql(`
  query ConsentTexts {
    consentTexts {
      version
      language
      body
    }
  }
`);

export const RECORD_CONSENT = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      __typename
    }
  }
`);

export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($personId: ID!) {
    withdrawConsent(personId: $personId) {
      __typename
    }
  }
`);

graphql(`
  fragment EnrolmentFields on Enrolment {
    id
    state
    reason
    photoReasons
    createdAt
    deadlineAt
    finishedAt
  }
`);

export const ENROLMENTS = graphql(`
  query Enrolments($personId: ID!, $after: ID) {
    enrolments(personId: $personId, after: $after, first: 10) {
      nodes {
        ...EnrolmentFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ENROLMENT = graphql(`
  query OneEnrolment($id: ID!) {
    enrolment(id: $id) {
      ...EnrolmentFields
    }
  }
`);

export const ENROLMENT_CHANGES = graphql(`
  subscription EnrolmentChanges($id: ID!) {
    enrolmentChanged(id: $id) {
      ...EnrolmentFields
    }
  }
`);

export const OPEN_ENROLMENT = graphql(`
  mutation OpenEnrolment($input: OpenEnrolmentInput!) {
    openEnrolment(input: $input) {
      __typename
      ... on EnrolmentOpened {
        enrolment {
          ...EnrolmentFields
        }
        capture {
          token
        }
      }
      ... on EnrolmentRunning {
        enrolment {
          ...EnrolmentFields
        }
      }
    }
  }
`);

graphql(`
  fragment CredentialFields on Credential {
    id
    kind
    issuedAt
    expiresAt
    revokedAt
    revokedReason
  }
`);

export const CREDENTIALS = graphql(`
  query Credentials($personId: ID!, $after: ID) {
    credentials(personId: $personId, after: $after, first: 10) {
      nodes {
        ...CredentialFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const REVOKE_CREDENTIAL = graphql(`
  mutation RevokeCredential($input: RevokeCredentialInput!) {
    revokeCredential(input: $input) {
      ...CredentialFields
    }
  }
`);

export const SET_PIN = graphql(`
  mutation SetPin($input: SetPinInput!) {
    setPin(input: $input) {
      __typename
      ... on PinTooWeak {
        reasons
      }
    }
  }
`);

export const INVITE = graphql(`
  mutation Invite($personId: ID!) {
    issueHolderInvitation(personId: $personId) {
      code
      path
      expiresAt
    }
  }
`);

export const END_PAGES = graphql(`
  mutation EndPages($personId: ID!) {
    endHolderSessions(personId: $personId) {
      sessions
    }
  }
`);

export const LOCK = graphql(`
  query Lock($personId: ID!) {
    validationLock(personId: $personId) {
      state
      failures
      retryAfterSeconds
    }
  }
`);

export const LIFT_LOCK = graphql(`
  mutation LiftLock($personId: ID!) {
    liftLock(personId: $personId) {
      state
      failures
      retryAfterSeconds
    }
  }
`);

graphql(`
  fragment ReceiptFields on ErasureReceipt {
    id
    personId
    erasedAt
    token
  }
`);

export const ERASE = graphql(`
  mutation Erase($personId: ID!) {
    erasePerson(personId: $personId) {
      ...ReceiptFields
    }
  }
`);

export const RECEIPT = graphql(`
  query ReceiptOf($personId: ID!) {
    erasureReceipt(personId: $personId) {
      ...ReceiptFields
    }
  }
`);

export const EXPORT = graphql(`
  mutation ExportPerson($personId: ID!, $language: Language!) {
    exportPerson(personId: $personId, language: $language) {
      fileName
      document
      counts {
        section
        count
      }
    }
  }
`);
