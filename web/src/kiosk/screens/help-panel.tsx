import { useTranslation } from 'react-i18next';
import { Picture } from './picture';
import { useFocusOnEntry } from './use-focus-on-entry';

interface HelpProps {
  readonly onChoose: (choice: 'withoutStepsChosen' | 'noFaceChosen' | 'left') => void;
}

/** Two ways for who can't, or won't, do as everybody; each is one touch from here. */
export function HelpPanel({ onChoose }: HelpProps) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" ref={useFocusOnEntry()}>
      <Picture name="help" />
      <h1>{t('help.title')}</h1>
      <button type="button" className="main" onClick={() => onChoose('withoutStepsChosen')}>
        {t('help.withoutSteps')}
      </button>
      <button type="button" className="main" onClick={() => onChoose('noFaceChosen')}>
        {t('help.withoutFace')}
      </button>
      <button type="button" onClick={() => onChoose('left')}>
        {t('help.back')}
      </button>
    </div>
  );
}

/** The way without a face is an operator's: the kiosk says how to get one. */
export function NoFacePanel({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" role="alert" ref={useFocusOnEntry()}>
      <Picture name="operator" />
      <h1>{t('help.noFaceTitle')}</h1>
      <p>{t('help.noFaceBody')}</p>
      <button type="button" onClick={onBack}>
        {t('help.back')}
      </button>
    </div>
  );
}
