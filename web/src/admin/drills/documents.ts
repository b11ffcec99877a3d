import { graphql } from '../graphql';

export const FAULTS = graphql(`
  query Faults {
    faultsOverview {
      enabled
      faults {
        point
        kind
        rate
        milliseconds
        until
      }
    }
  }
`);

export const INJECT_FAULT = graphql(`
  mutation InjectFault($input: InjectFaultInput!) {
    injectFault(input: $input) {
      __typename
    }
  }
`);

export const END_FAULTS = graphql(`
  mutation EndFaults {
    endFaults {
      __typename
    }
  }
`);
