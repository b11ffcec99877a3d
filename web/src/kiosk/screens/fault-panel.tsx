import { useTranslation } from 'react-i18next';
import { type Fault } from './fault';
import { Picture } from './picture';

/** What keeps the kiosk from working, and what somebody can do about it. It goes away by itself. */
export function FaultPanel({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" role="alert" data-fault={fault}>
      <Picture name={fault} />
      <h1>{t(`faults.${fault}.title`)}</h1>
      <p>{t(`faults.${fault}.body`)}</p>
      {fault !== 'starting' && <p className="quiet">{t('faults.retrying')}</p>}
    </div>
  );
}
