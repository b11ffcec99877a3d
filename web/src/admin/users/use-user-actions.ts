import { useTranslation } from 'react-i18next';
import { type CombinedError, useMutation } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { type UserFieldsFragment } from '../graphql/graphql';
import { sayDone, sayRefused } from '../../shared/parts/say';
import { useConfirm } from '../../shared/parts/use-confirm';
import { useSecondFactor } from '../parts/use-second-factor';
import { RESET_PASSKEYS, SET_DISABLED } from './documents';

/** What is done to a user at once or after a question, and said in a corner. */
export function useUserActions(onChanged: (user: UserFieldsFragment) => void) {
  const { t } = useTranslation(['admin', 'common']);
  const confirm = useConfirm();
  const showSecondFactor = useSecondFactor();
  const [, setDisabled] = useMutation(SET_DISABLED);
  const [, resetPasskeys] = useMutation(RESET_PASSKEYS);

  const sayProblem = (error: CombinedError): void => {
    sayRefused(t(`common:problem.${problemOf(error)}`));
  };

  const set = async (id: string, disabled: boolean): Promise<void> => {
    const { data, error } = await setDisabled({ id, disabled });
    if (data !== undefined) onChanged(data.setUserDisabled);
    else if (error !== undefined) sayProblem(error);
  };

  /** @param mayShow false once the second factor was shown: it is asked for once */
  const reset = async (userId: string, mayShow = true): Promise<void> => {
    const { data, error } = await resetPasskeys({ userId });
    if (error !== undefined) {
      // The server asks it of an administrator who has none.
      const isForbidden = problemOf(error) === 'FORBIDDEN';
      sayRefused(isForbidden ? t('secondFactor.ownFirst') : t(`common:problem.${problemOf(error)}`));
    } else if (data?.resetPasskeys.__typename === 'PasskeysRemoved') {
      sayDone(t('users.resetDone', { count: data.resetPasskeys.passkeys }));
    } else if (data !== undefined && mayShow && (await showSecondFactor(data.resetPasskeys))) {
      await reset(userId, false);
    } else {
      sayRefused(t('secondFactor.refused'));
    }
  };

  return {
    enable: ({ id }: UserFieldsFragment) => void set(id, false),
    disable: ({ id, displayName: name }: UserFieldsFragment) => {
      confirm({
        title: t('users.disableTitle', { name }),
        body: t('users.disableBody'),
        yes: t('users.disable'),
        onYes: () => void set(id, true),
      });
    },
    resetPasskeys: ({ id, displayName: name }: UserFieldsFragment) => {
      confirm({
        title: t('users.resetTitle', { name }),
        body: t('users.resetBody'),
        yes: t('users.resetPasskeys'),
        onYes: () => void reset(id),
      });
    },
  };
}
