import { useQuery } from 'urql';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { type CredentialsQuery, type EnrolmentsQuery } from '../graphql/graphql';
import { CREDENTIALS, ENROLMENTS, ONE_PERSON } from './documents';

const credentialsIn = ({ credentials }: CredentialsQuery) => credentials;
const enrolmentsIn = ({ enrolments }: EnrolmentsQuery) => enrolments;

/** One person, their credentials and their enrolments, as they are now. */
export function usePerson(id: string) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: ONE_PERSON,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const credentials = usePagedList(CREDENTIALS, { personId: id }, credentialsIn);
  const enrolments = usePagedList(ENROLMENTS, { personId: id }, enrolmentsIn);
  return {
    person: data?.person,
    error,
    isLoading: fetching,
    credentials,
    enrolments,
    /** After something of theirs was changed. */
    reload: () => {
      ask({ requestPolicy: 'network-only' });
      credentials.reload();
      enrolments.reload();
    },
  };
}

export type PersonState = ReturnType<typeof usePerson>;
