import { graphql } from '../graphql';

export const MY_DATA = graphql(`
  query MyData {
    myProfile {
      displayName
      kind
      templateSince
      pinSince
      credentials {
        id
        kind
        expiresAt
      }
    }
    myConsent {
      id
      textVersion
      language
      givenBy
      givenAt
      text
      evidence {
        guardianName
        guardianRelation
        reference
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawMyConsent {
    withdrawMyConsent {
      __typename
    }
  }
`);

export const EXPORT = graphql(`
  mutation ExportMyData($language: Language!) {
    exportMyData(language: $language) {
      __typename
      ... on PersonExport {
        fileName
        document
      }
      ... on ExportThrottled {
        retryAfterSeconds
      }
    }
  }
`);

export const SET_PIN = graphql(`
  mutation SetMyPin($input: SetMyPinInput!) {
    setMyPin(input: $input) {
      __typename
      ... on PinTooWeak {
        reasons
      }
      ... on PinRefused {
        reason
      }
    }
  }
`);
