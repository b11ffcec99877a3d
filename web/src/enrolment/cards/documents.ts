import { graphql } from '../graphql';

export const ISSUE_CARD = graphql(`
  mutation IssueCard($input: IssueCredentialInput!) {
    issueCredential(input: $input) {
      credential {
        ...CredentialFields
      }
      qr {
        text
      }
    }
  }
`);

graphql(`
  fragment CardHolder on Person {
    id
    externalId
    displayName
    kind
  }
`);

export const CARD_HOLDER = graphql(`
  query CardHolderById($id: ID!) {
    person(id: $id) {
      ...CardHolder
    }
    credentials(personId: $id, first: 10) {
      nodes {
        ...CredentialFields
      }
    }
  }
`);

export const FIND_CARD_HOLDER = graphql(`
  query CardHolderByExternalId($externalId: String!) {
    personByExternalId(externalId: $externalId) {
      ...CardHolder
    }
  }
`);
