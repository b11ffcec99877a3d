import { useTranslation } from 'react-i18next';
import { Picture } from './picture';

/** Waits for a QR. */
export function IdlePanel({ withoutSteps }: { readonly withoutSteps: boolean }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel">
      <Picture name="qr" />
      <h1>{t('idle.title')}</h1>
      <p>{t(withoutSteps ? 'idle.withoutStepsBody' : 'idle.body')}</p>
      {withoutSteps && <p className="quiet">{t('idle.withoutSteps')}</p>}
    </div>
  );
}
