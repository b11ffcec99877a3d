import { graphql } from '../graphql';

export const MY_PASS = graphql(`
  query MyPass {
    myPass {
      __typename
      ... on Pass {
        text
        drawnAt
        expiresAt
      }
    }
  }
`);

export const MY_STANDING = graphql(`
  query MyStanding {
    myProfile {
      displayName
      kind
      templateSince
    }
    myConsent {
      id
    }
    myValidationLock {
      state
      retryAfterSeconds
    }
  }
`);
