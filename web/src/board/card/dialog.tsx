import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type CombinedError } from 'urql';
import { Link } from 'wouter';
import { problemOf } from '../../shared/api/problem';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useMay } from '../abilities';
import { type WholeCard } from './whole-card';
import { useBoard } from '../store/board-store';
import { CardBody } from './card-body';
import { Title } from './title';
import { OpenCardProvider } from './open-card';
import { useWholeCard } from './use-whole-card';
import { Waiting } from '../../shared/ui/waiting';

interface Props {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** The card over its board, where others go on working. */
export function Dialog({ cardId, onClose }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth < 768, { getInitialValueInEffect: false });
  const may = useMay();
  const { board } = useBoard();
  const { card, error, editor, reload } = useWholeCard(cardId);
  const isHere = card?.boardId === board.id;
  const canEdit = may('write') && board.archivedAt === null && card?.position !== null;
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={960}
      fullScreen={isPhone}
      yOffset="4dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      {isHere ? (
        <OpenCardProvider value={{ card, editor, canEdit }}>
          <Modal.Content>
            <Modal.Header style={{ alignItems: 'flex-start' }}>
              <Title />
              <Modal.CloseButton aria-label={t('common:close')} />
            </Modal.Header>
            <Modal.Body>
              <CardBody onClose={onClose} />
            </Modal.Body>
          </Modal.Content>
        </OpenCardProvider>
      ) : (
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>{board.name}</Modal.Title>
            <Modal.CloseButton aria-label={t('common:close')} />
          </Modal.Header>
          <Modal.Body>
            <NotHere card={card} error={error} onRetry={reload} />
          </Modal.Body>
        </Modal.Content>
      )}
    </Modal.Root>
  );
}

interface NotHereProps {
  readonly card: WholeCard | undefined;
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
}

function NotHere({ card, error, onRetry }: NotHereProps) {
  const { t } = useTranslation(['card', 'common']);
  // An address that is no id of anything is as good as one of what is gone.
  const isGone = error !== undefined && ['NOT_FOUND', 'BAD_USER_INPUT'].includes(problemOf(error));
  if (isGone) return <Text role="alert">{t('gone')}</Text>;
  if (error !== undefined) return <ProblemAlert error={error} onRetry={onRetry} />;
  if (card !== undefined)
    return (
      <Stack gap="xs" role="alert">
        <Text>{t('elsewhere')}</Text>
        <Anchor component={Link} href={`/${card.boardId}/card/${card.id}`}>
          {t('goThere')}
        </Anchor>
      </Stack>
    );
  return <Waiting />;
}
