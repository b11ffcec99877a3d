import { Modal, Stack, Text } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../store/board-store';
import { ArchivePlace } from './archive-place';
import { LabelsPlace } from './labels/labels-place';
import { type Place } from './places';
import { SettingsPlace } from './settings-place';
import { TrashPlace } from './trash-place';

const CONTENTS: Readonly<Record<Place, ComponentType>> = {
  archive: ArchivePlace,
  trash: TrashPlace,
  labels: LabelsPlace,
  settings: SettingsPlace,
};

interface Props {
  readonly place: Place;
  readonly onClose: () => void;
}

/** Over the board, which stays as it is under it. */
export function PlaceDialog({ place, onClose }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const { board } = useBoard();
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth < 768, { getInitialValueInEffect: false });
  const Content = CONTENTS[place];
  useDocumentTitle(`${t(`manage.${place}`)} · ${board.name} · ${t('common:brand')}`);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      fullScreen={isPhone}
      transitionProps={{ duration: 0 }}
      title={t(`manage.${place}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t(`manage.${place}About`)}
        </Text>
        <Content />
      </Stack>
    </Modal>
  );
}
