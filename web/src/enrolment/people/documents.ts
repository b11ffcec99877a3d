import { graphql } from '../graphql';

graphql(`
  fragment PersonFields on Person {
    id
    externalId
    displayName
    kind
    standing
  }
`);

export const PEOPLE = graphql(`
  query People($after: ID, $search: String, $standing: PersonStanding) {
    persons(first: 100, after: $after, search: $search, standing: $standing) {
      nodes {
        ...PersonFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const REGISTER = graphql(`
  mutation RegisterPerson($input: RegisterPersonInput!) {
    registerPerson(input: $input) {
      __typename
      ... on PersonRegistered {
        person {
          ...PersonFields
        }
      }
      ... on ExternalIdTaken {
        person {
          ...PersonFields
        }
      }
    }
  }
`);

export const CORRECT = graphql(`
  mutation CorrectPerson($input: CorrectPersonInput!) {
    correctPerson(input: $input) {
      __typename
      ... on PersonCorrected {
        person {
          ...PersonFields
        }
      }
      ... on ExternalIdTaken {
        person {
          ...PersonFields
        }
      }
    }
  }
`);
