import { type TFunction } from 'i18next';
import { type ChangeFieldsFragment } from '../../graphql/graphql';

/** Names of what a change is about. */
interface Names {
  readonly person: (id: string | null) => string;
  readonly column: (id: string | null) => string;
}

/** A change in a sentence, such as “Ana moved it to ‘Done’”. */
export function changeText(change: ChangeFieldsFragment, names: Names, t: TFunction<'card'>): string {
  const who = names.person(change.actorId);
  const column = names.column(change.columnId);
  const fields = change.fields.map((field) => t(`history.fields.${field}`)).join(', ');
  switch (change.kind) {
    case 'EDITED':
      return fields === '' ? t('history.EDITED_ITSELF', { who }) : t('history.EDITED', { who, fields });
    case 'MOVED':
      return change.fromColumnId === change.columnId
        ? t('history.MOVED_WITHIN', { who, column })
        : t('history.MOVED', { who, column });
    case 'UNDONE':
      return undoneText(change, { who, column, fields }, t);
    case 'CREATED':
    case 'REOPENED':
      return t(`history.${change.kind}`, { who, column });
    case 'ARCHIVED':
    case 'TRASHED':
    case 'DECIDED':
      return t(`history.${change.kind}`, { who });
  }
}

function undoneText(
  { fromColumnId, columnId }: ChangeFieldsFragment,
  { who, column, fields }: { readonly who: string; readonly column: string; readonly fields: string },
  t: TFunction<'card'>,
): string {
  if (fields !== '') return t('history.UNDONE', { who, fields });
  const isMove = fromColumnId !== null && fromColumnId !== columnId;
  return isMove ? t('history.UNDONE_MOVED', { who, column }) : t('history.UNDONE_OUT', { who });
}
