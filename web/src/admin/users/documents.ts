import { graphql } from '../graphql';

graphql(`
  fragment UserFields on User {
    id
    displayName
    email
    roles
    createdAt
    disabledAt
  }
`);

export const USERS = graphql(`
  query Users($after: ID) {
    users(first: 50, after: $after) {
      nodes {
        ...UserFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CREATE_USER = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      __typename
      ... on UserCreated {
        user {
          ...UserFields
        }
      }
      ... on PasswordTooWeak {
        reasons
      }
    }
  }
`);

export const SET_ROLES = graphql(`
  mutation SetUserRoles($input: SetUserRolesInput!) {
    setUserRoles(input: $input) {
      ...UserFields
    }
  }
`);

export const SET_DISABLED = graphql(`
  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {
    setUserDisabled(id: $id, disabled: $disabled) {
      ...UserFields
    }
  }
`);

export const RESET_PASSKEYS = graphql(`
  mutation ResetPasskeys($userId: ID!) {
    resetPasskeys(userId: $userId) {
      __typename
      ... on PasskeysRemoved {
        passkeys
      }
      ... on SecondFactorRequired {
        challengeId
        options
      }
    }
  }
`);
