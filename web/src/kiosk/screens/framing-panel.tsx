import { useTranslation } from 'react-i18next';
import { type Hint } from '../hints/hint';
import { Picture } from './picture';

/** Before a picture is taken: one thing to do at a time. */
export function FramingPanel({ hint }: { readonly hint: Hint | undefined }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="panel" data-hint={hint}>
      <Picture name={hint ?? 'STRAIGHT'} />
      <h1>{hint === undefined ? t('framing.title') : t(`hints.${hint}`)}</h1>
      <p>{t('framing.body')}</p>
    </div>
  );
}
