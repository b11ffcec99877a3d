import { useTranslation } from 'react-i18next';
import { type RowResult } from './import-run';

/** Why a row is not somebody now, in a sentence for each thing that is wrong. */
export function useReason(): (result: RowResult) => string {
  const { t } = useTranslation('enrolment');
  return ({ outcome, problems, holder, person }) => {
    if (outcome === 'REFUSED') return problems.map((problem) => t(`import.problems.${problem}`)).join(' ');
    if (outcome !== 'DIFFERS' || holder === null) return '';
    return holder.displayName === person.displayName
      ? t('import.differsKind', { kind: t(`people.kind.${holder.kind}`) })
      : t('import.differs', { name: holder.displayName });
  };
}
