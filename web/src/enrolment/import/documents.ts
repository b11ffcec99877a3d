import { graphql } from '../graphql';

export const IMPORT = graphql(`
  mutation ImportPersons($input: ImportPersonsInput!) {
    importPersons(input: $input) {
      rows {
        outcome
        problems
        holder: person {
          id
          displayName
          kind
        }
      }
    }
  }
`);
