import { useMutation } from 'urql';
import { answerWithPasskey } from '../../shared/session/passkeys';
import { graphql } from '../graphql';

const CONFIRM = graphql(`
  mutation ConfirmSecondFactor($input: PasskeyAnswerInput!) {
    confirmSecondFactor(input: $input) {
      __typename
    }
  }
`);

interface Challenge {
  readonly challengeId: string;
  readonly options: string;
}

/** For what asks for a fresh second factor. @returns whether one of the user's passkeys was shown and taken */
export function useSecondFactor(): (challenge: Challenge) => Promise<boolean> {
  const [, confirm] = useMutation(CONFIRM);
  return async ({ challengeId, options }) => {
    const response = await answerWithPasskey(options);
    if (response === undefined) return false;
    const { data, error } = await confirm({ input: { challengeId, response } });
    return error === undefined && data?.confirmSecondFactor.__typename === 'SecondFactorConfirmed';
  };
}
