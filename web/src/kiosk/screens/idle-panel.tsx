import { useTranslation } from 'react-i18next';
import { type CameraNotice } from '../../shared/camera/camera';
import { Picture } from './picture';

interface Props {
  readonly withoutSteps: boolean;
  readonly notice: CameraNotice | undefined;
}

/** Waits for a QR. */
export function IdlePanel({ withoutSteps, notice }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <>
      {notice !== undefined && <Notice notice={notice} />}
      <div className="panel">
        <Picture name="qr" />
        <h1>{t('idle.title')}</h1>
        <p>{t(withoutSteps ? 'idle.withoutStepsBody' : 'idle.body')}</p>
        {withoutSteps && <p className="quiet">{t('idle.withoutSteps')}</p>}
      </div>
    </>
  );
}

/** What is not as it should be with a camera that works. It goes away by itself. */
function Notice({ notice }: { readonly notice: CameraNotice }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="notice" role="note" data-notice={notice}>
      <Picture name={notice} />
      <p>
        <strong>{t(`notices.${notice}.title`)}</strong>
        <br />
        {t(`notices.${notice}.body`)}
      </p>
    </div>
  );
}
