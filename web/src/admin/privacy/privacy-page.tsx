import { useTranslation } from 'react-i18next';
import { useMay } from '../abilities';
import { Page } from '../../shared/parts/page';
import { Receipts } from './receipts';
import { Retention } from './retention';

/** How long things are kept, and what was erased. */
export function PrivacyPage() {
  const { t } = useTranslation('admin');
  const may = useMay();
  return (
    <Page title={t('places.privacy')} about={t('privacy.about')}>
      {may('retention') && <Retention />}
      {may('receipts') && <Receipts />}
    </Page>
  );
}
