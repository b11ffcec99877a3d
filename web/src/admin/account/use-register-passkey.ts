import { useMutation } from 'urql';
import { makePasskey } from '../../shared/session/passkeys';
import { useSecondFactor } from '../parts/use-second-factor';
import { BEGIN_PASSKEY, REGISTER_PASSKEY } from './documents';

/** How it went; a text stands for each. */
export type Registration =
  | { readonly outcome: 'added' | 'wrong-password' | 'none' | 'second-factor' | 'problem' }
  | { readonly outcome: 'throttled'; readonly seconds: number }
  | { readonly outcome: 'too-many'; readonly limit: number };

interface Wanted {
  readonly name: string;
  readonly password: string;
}

/** Password, a passkey so far where there is one, the new passkey: all that it takes to register one. */
export function useRegisterPasskey() {
  const [begun, begin] = useMutation(BEGIN_PASSKEY);
  const [registered, register] = useMutation(REGISTER_PASSKEY);
  const showSecondFactor = useSecondFactor();

  /** @param mayShow false once the second factor was shown: it is asked for once */
  async function start(wanted: Wanted, mayShow = true): Promise<Registration> {
    const answer = (await begin({ input: { password: wanted.password } })).data?.beginPasskeyRegistration;
    switch (answer?.__typename) {
      case undefined:
        return { outcome: 'problem' };
      case 'InvalidCredentials':
        return { outcome: 'wrong-password' };
      case 'SignInThrottled':
        return { outcome: 'throttled', seconds: answer.retryAfterSeconds };
      case 'TooManyPasskeys':
        return { outcome: 'too-many', limit: answer.limit };
      case 'SecondFactorRequired':
        return mayShow && (await showSecondFactor(answer)) ? start(wanted, false) : { outcome: 'second-factor' };
      case 'PasskeyRegistration':
        return finish(answer, wanted);
    }
  }

  async function finish(
    { challengeId, options }: { readonly challengeId: string; readonly options: string },
    { name }: Wanted,
  ): Promise<Registration> {
    const response = await makePasskey(options);
    if (response === undefined) return { outcome: 'none' };
    const answer = (await register({ input: { challengeId, name, response } })).data?.registerPasskey;
    if (answer === undefined) return { outcome: 'problem' };
    return { outcome: answer.__typename === 'PasskeyRegistered' ? 'added' : 'none' };
  }

  return { start, error: begun.error ?? registered.error };
}
