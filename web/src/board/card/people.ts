import { useTranslation } from 'react-i18next';
import { useBoard } from '../store/board-store';

/** Names of users, by id; null is what happens by itself. */
export function useNameOf(): (userId: string | null) => string {
  const { t } = useTranslation('card');
  const { members } = useBoard();
  return (userId) => (userId === null ? t('itself') : (members.get(userId)?.displayName ?? t('somebody')));
}
