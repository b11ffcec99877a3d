import { Alert, Button, Stack } from '@mantine/core';
import { Archive, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/parts/use-format';
import { useMay } from '../abilities';
import { CardActions } from './card-actions';
import classes from './card.module.css';
import { Checklists } from './checklists/checklists';
import { Comments } from './comments/comments';
import { Description } from './description';
import { REOPEN_CARD } from './documents';
import { DueDate } from './due-date';
import { Assignees, Labels } from './chosen';
import { History } from './history/history';
import { useOpenCard } from './open-card';
import { Review } from './review/review';

/** What the card says, and what can be done with it. */
export function CardBody({ onClose }: { readonly onClose: () => void }) {
  const { card } = useOpenCard();
  return (
    <Stack>
      <Standing />
      {card.review !== null && <Review review={card.review} />}
      <div className={classes.columns}>
        <Stack gap="lg" miw={0}>
          <Description />
          <Checklists />
          <Comments />
        </Stack>
        <Stack gap="lg" miw={0}>
          <Labels />
          <Assignees />
          <DueDate />
          <CardActions onClose={onClose} />
        </Stack>
      </div>
      <History />
    </Stack>
  );
}

/** Why it can't be changed, where it can't. */
function Standing() {
  const { t } = useTranslation('card');
  const may = useMay();
  const format = useFormat();
  const { card, editor } = useOpenCard();
  const since = card.archivedAt ?? card.trashedAt;
  if (since === null) return may('write') ? null : <Alert color="gray">{t('readOnly')}</Alert>;
  const isArchived = card.archivedAt !== null;
  return (
    <Alert color="yellow" role="status" icon={isArchived ? <Archive aria-hidden /> : <Trash2 aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        {t(isArchived ? 'archived' : 'trashed', { when: format.short(since) })}
        {may('write') && (
          <Button size="xs" onClick={() => void editor.act(REOPEN_CARD, t('done.reopened'))}>
            {t('reopen')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
