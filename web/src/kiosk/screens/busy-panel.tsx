import { useTranslation } from 'react-i18next';
import { Picture } from './picture';

interface Props {
  readonly at: 'opening' | 'sending' | 'deciding';
  readonly isSlow: boolean;
}

/** The server is asked. */
export function BusyPanel({ at, isSlow }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel">
      <Picture name="busyServer" />
      <h1>{t(at)}</h1>
      {isSlow && <p>{t('slow')}</p>}
    </div>
  );
}
