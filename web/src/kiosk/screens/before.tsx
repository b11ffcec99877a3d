import { useTranslation } from 'react-i18next';
import { type Outcome } from '../visit/outcome';
import { useOutcomeText } from './outcome-text';
import { Picture } from './picture';

/** How the visit before ended, small, while the next one has begun. */
export function Before({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('kiosk');
  const { title } = useOutcomeText(outcome);
  return (
    <p className={`before ${outcome.kind}`} aria-label={t('result.before')} role="note">
      <Picture name={outcome.kind} />
      {title}
    </p>
  );
}
