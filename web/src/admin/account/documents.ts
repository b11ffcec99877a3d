import { graphql } from '../graphql';

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordChanged {
        sessionsEnded
      }
      ... on PasswordTooWeak {
        reasons
      }
      ... on SignInThrottled {
        retryAfterSeconds
      }
    }
  }
`);

export const MY_PASSKEYS = graphql(`
  query MyPasskeys {
    myPasskeys {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`);

export const BEGIN_PASSKEY = graphql(`
  mutation BeginPasskeyRegistration($input: PasskeyRegistrationInput!) {
    beginPasskeyRegistration(input: $input) {
      __typename
      ... on PasskeyRegistration {
        challengeId
        options
      }
      ... on SecondFactorRequired {
        challengeId
        options
      }
      ... on SignInThrottled {
        retryAfterSeconds
      }
      ... on TooManyPasskeys {
        limit
      }
    }
  }
`);

export const REGISTER_PASSKEY = graphql(`
  mutation RegisterPasskey($input: RegisterPasskeyInput!) {
    registerPasskey(input: $input) {
      __typename
      ... on PasskeyRegistered {
        passkey {
          id
        }
      }
    }
  }
`);

export const REMOVE_PASSKEY = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      __typename
      ... on SecondFactorRequired {
        challengeId
        options
      }
    }
  }
`);

export const MY_SESSIONS = graphql(`
  query MySessions($after: ID) {
    mySessions(first: 20, after: $after) {
      nodes {
        id
        client
        createdAt
        lastUsedAt
        current
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      sessions
    }
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      sessions
    }
  }
`);
