import { useTranslation } from 'react-i18next';
import { type Edited } from '../card-editor';
import { useOpenCard } from '../open-card';
import { type ChecklistChange, type SentChecklist } from './changing';

/** Changes the checklists of the open card. */
export function useChangeChecklists(): (change: ChecklistChange) => Promise<Edited> {
  const { t } = useTranslation('card');
  const { editor } = useOpenCard();
  return (change) =>
    editor.edit((seen) => {
      const checklists = change(seen.checklists);
      return checklists === 'CONFLICT' ? checklists : { kind: 'CHECKLISTS', checklists: checklists.map(sent) };
    }, t('done.checklists'));
}

/** What was read has the names of its types in it, which no input takes. */
const sent = ({ id, title, items }: SentChecklist): SentChecklist => ({
  ...(id !== undefined && { id }),
  title,
  items: items.map((item) => ({
    ...(item.id !== undefined && { id: item.id }),
    text: item.text,
    done: item.done,
  })),
});
