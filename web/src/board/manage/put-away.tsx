import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { When } from '../../shared/parts/when';
import { useMay } from '../abilities';
import classes from '../card/card.module.css';
import { useCardTitle } from '../card/card-title';
import { REOPEN_CARD } from '../card/documents';
import { type TrashedCardsQuery } from '../graphql/graphql';
import { useAnswer, useBoard, useBoardLive } from '../store/board-store';
import { PutAwayActions } from './put-away-actions';

/** Archived or in the trash. */
export type PutAwayCard = TrashedCardsQuery['trashedCards']['nodes'][number];

interface Props {
  readonly label: string;
  readonly cards: readonly PutAwayCard[];
  /** Once one was brought back. */
  readonly onChange: () => void;
  /** Offered beside, where there is such a thing. */
  readonly onDelete?: (card: PutAwayCard, title: string) => void;
}

/** Cards that are not on the board, and their way back. */
export function PutAway({ label, cards, onChange, onDelete }: Props) {
  const { t } = useTranslation('card');
  const client = useClient();
  const live = useBoardLive();
  const take = useAnswer();
  const may = useMay();
  const { board } = useBoard();
  const titleOf = useCardTitle();

  const restore = async ({ id, version }: PutAwayCard): Promise<void> => {
    const input = { cardId: id, expectedVersion: version };
    await live.inTurn(async () => {
      const { data, error } = await client.mutation(REOPEN_CARD, { input });
      if (error !== undefined) live.say({ kind: 'FAILED', error });
      else take(data!.answer, t('done.reopened'));
    });
    onChange();
  };

  return (
    <ul className={classes.plain} aria-label={label}>
      {cards.map((card) => {
        const title = titleOf(card);
        const at = card.trashedAt ?? card.archivedAt;
        return (
          <li key={card.id}>
            <Group justify="space-between" wrap="nowrap" py={6}>
              <Stack gap={0} miw={0}>
                <Anchor
                  component={Link}
                  href={`/${board.id}/card/${card.id}`}
                  size="sm"
                  style={{ overflowWrap: 'anywhere' }}
                >
                  {title}
                </Anchor>
                {at !== null && (
                  <Text size="xs" c="dimmed">
                    {t(card.trashedAt === null ? 'manage.archivedAt' : 'manage.trashedAt')} <When at={at} />
                  </Text>
                )}
              </Stack>
              <PutAwayActions
                name={title}
                onRestore={may('write') ? () => void restore(card) : undefined}
                onDelete={onDelete && (() => onDelete(card, title))}
              />
            </Group>
          </li>
        );
      })}
    </ul>
  );
}
