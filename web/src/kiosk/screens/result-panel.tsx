import { useTranslation } from 'react-i18next';
import { type Outcome } from '../visit/outcome';
import { useOutcomeText } from './outcome-text';
import { Picture } from './picture';

interface Props {
  readonly outcome: Outcome;
  readonly onAgain: () => void;
}

/** The answer, by colour, picture and words, and never by a number. */
export function ResultPanel({ outcome, onAgain }: Props) {
  const { t } = useTranslation('kiosk');
  const { title, body } = useOutcomeText(outcome);
  const canRetry = outcome.kind === 'refused' || outcome.kind === 'lost';
  return (
    <div className={`panel result ${outcome.kind}`} data-result={outcome.kind} data-reason={reasonOf(outcome)}>
      <Picture name={outcome.kind} />
      <h1>{title}</h1>
      <p>{body}</p>
      {canRetry && (
        <button type="button" onClick={onAgain}>
          {t('result.again')}
        </button>
      )}
    </div>
  );
}

const reasonOf = (outcome: Outcome): string | undefined => (outcome.kind === 'refused' ? outcome.reason : undefined);
