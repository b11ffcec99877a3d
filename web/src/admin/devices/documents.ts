import { graphql } from '../graphql';

graphql(`
  fragment DeviceFields on Device {
    id
    checkpointId
    name
    client
    pairedAt
    lastSeenAt
    revokedAt
    revokedReason
  }
`);

export const DEVICES = graphql(`
  query Devices($after: ID, $checkpointId: ID) {
    devices(first: 50, after: $after, checkpointId: $checkpointId) {
      nodes {
        ...DeviceFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DEVICE = graphql(`
  query Device($id: ID!) {
    device(id: $id) {
      ...DeviceFields
    }
  }
`);

export const PAIR = graphql(`
  mutation CreateDevicePairing($input: CreateDevicePairingInput!) {
    createDevicePairing(input: $input) {
      deviceId
      code
      expiresAt
    }
  }
`);

export const RENAME = graphql(`
  mutation RenameDevice($input: RenameDeviceInput!) {
    renameDevice(input: $input) {
      ...DeviceFields
    }
  }
`);

export const REVOKE = graphql(`
  mutation RevokeDevice($input: RevokeDeviceInput!) {
    revokeDevice(input: $input) {
      ...DeviceFields
    }
  }
`);
