import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/parts/page';
import { ChangePassword } from './change-password';
import { Passkeys } from './passkeys';
import { Sessions } from './sessions';

/** What everybody who signs in keeps themself. */
export function AccountPage() {
  const { t } = useTranslation('admin');
  return (
    <Page title={t('places.account')} about={t('account.about')}>
      <ChangePassword />
      <Passkeys />
      <Sessions />
    </Page>
  );
}
