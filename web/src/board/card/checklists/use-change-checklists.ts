import { useTranslation } from 'react-i18next';
import { type Edited } from '../card-editor';
import { useOpenCard } from '../open-card';
import { type ChecklistChange } from './changing';

/** Changes the checklists of the open card. */
export function useChangeChecklists(): (change: ChecklistChange) => Promise<Edited> {
  const { t } = useTranslation('card');
  const { editor } = useOpenCard();
  return (change) =>
    editor.edit((seen) => {
      const checklists = change(seen.checklists);
      return checklists === 'CONFLICT' ? checklists : { kind: 'CHECKLISTS', checklists };
    }, t('done.checklists'));
}
