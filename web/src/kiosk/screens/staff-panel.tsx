import { useTranslation } from 'react-i18next';
import { type Conductor } from '../visit/conductor';
import { Picture } from './picture';
import { useFocusOnEntry } from './use-focus-on-entry';

/** What whoever looks after the kiosk needs. */
export function StaffPanel({ conductor }: { readonly conductor: Conductor }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" ref={useFocusOnEntry()}>
      <h1>{t('staff.title')}</h1>
      <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
        {t('staff.fullScreen')}
      </button>
      <button type="button" onClick={() => conductor.takeNextCamera()}>
        {t('staff.nextCamera')}
      </button>
      <button type="button" onClick={() => conductor.takeOut()}>
        {t('staff.takeOut')}
      </button>
      <button type="button" onClick={() => conductor.choose('left')}>
        {t('help.back')}
      </button>
    </div>
  );
}

/** Until somebody of the staff says otherwise. */
export function OutOfOrderPanel({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" ref={useFocusOnEntry()}>
      <Picture name="closed" />
      <h1>{t('staff.outTitle')}</h1>
      <p>{t('staff.outBody')}</p>
      <button type="button" onClick={onBack}>
        {t('staff.takeBack')}
      </button>
    </div>
  );
}
