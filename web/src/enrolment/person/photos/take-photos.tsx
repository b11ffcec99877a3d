import { Button, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../../shared/parts/use-confirm';
import { type EnrolmentFieldsFragment } from '../../graphql/graphql';
import { type Person } from '../standing';
import { CameraWay } from './camera-way';
import { EnrollingNote } from './enrolling-note';
import { FilesWay } from './files-way';
import { isBad, type Photo, type Pose, POSES, Tray } from './tray';
import { TrayView } from './tray-view';
import { useEnrolling } from './use-enrolling';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  /** To go on with the card. */
  readonly onCard: () => void;
}

type Way = 'camera' | 'files';

/** Takes or picks the photos of somebody, sends them, and says which of them will not do. */
export function TakePhotos({ person, onClose, onChanged, onCard }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const confirm = useConfirm();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [tray] = useState(() => new Tray());
  const photos = useSyncExternalStore(tray.subscribe, tray.state);
  const [way, setWay] = useState<Way>('camera');
  const [again, setAgain] = useState<Pose>();
  const hearEnd = useCallback(
    ({ state: end, photoReasons }: EnrolmentFieldsFragment) => {
      if (end === 'COMPLETED') tray.clear();
      else tray.judge(photoReasons);
      onChanged();
    },
    // The page's function is another one at each drawing, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [tray],
  );
  const { state, send, reset } = useEnrolling(person.id, hearEnd);
  useEffect(() => () => tray.clear(), [tray]);

  const isBusy = state.at === 'sending' || state.at === 'waiting';
  const isDone = state.at === 'ended' && state.enrolment.state === 'COMPLETED';
  const retake = ({ id, pose }: Photo): void => {
    if (pose === undefined) tray.remove(id);
    setWay(pose === undefined ? 'files' : 'camera');
    setAgain(pose);
  };
  const leave = (): void => {
    if (photos.length === 0 || isDone) onClose();
    else
      confirm({
        title: t('photos.discard'),
        body: t('photos.discardBody'),
        yes: t('photos.discardYes'),
        onYes: onClose,
      });
  };

  return (
    <Modal
      opened
      size="xl"
      fullScreen={isPhone}
      onClose={leave}
      closeOnClickOutside={false}
      title={t('photos.dialog', { name: person.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <EnrollingNote state={state} />
        {isDone ? (
          <Done onClose={onClose} onCard={onCard} />
        ) : (
          <>
            <SegmentedControl<Way>
              aria-label={t('photos.way')}
              value={way}
              onChange={setWay}
              disabled={isBusy}
              data={[
                { value: 'camera', label: t('photos.camera') },
                { value: 'files', label: t('photos.files') },
              ]}
            />
            {way === 'camera' ? (
              <CameraWay
                pose={again ?? POSES.find((pose) => !photos.some((photo) => photo.pose === pose))}
                isBusy={isBusy}
                onShot={(jpeg, pose) => {
                  tray.put(jpeg, pose);
                  setAgain(undefined);
                  reset();
                }}
              />
            ) : (
              <FilesWay
                isBusy={isBusy}
                onPicture={(jpeg) => {
                  reset();
                  return tray.put(jpeg);
                }}
              />
            )}
            <TrayView photos={photos} isBusy={isBusy} onAgain={retake} onRemove={({ id }) => tray.remove(id)} />
            {photos.length > 0 && (
              <Send photos={photos} isBusy={isBusy} onSend={() => void send(photos.map(({ jpeg }) => jpeg))} />
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}

interface SendProps {
  readonly photos: readonly Photo[];
  readonly isBusy: boolean;
  readonly onSend: () => void;
}

function Send({ photos, isBusy, onSend }: SendProps) {
  const { t } = useTranslation('person');
  const hasBad = photos.some(isBad);
  return (
    <Stack gap={4}>
      <Button onClick={onSend} loading={isBusy} disabled={hasBad}>
        {t('photos.send', { count: photos.length })}
      </Button>
      {(hasBad || photos.length < POSES.length) && (
        <Text size="sm" c="dimmed">
          {t(hasBad ? 'photos.replaceFirst' : 'photos.better')}
        </Text>
      )}
    </Stack>
  );
}

function Done({ onClose, onCard }: Pick<Props, 'onClose' | 'onCard'>) {
  const { t } = useTranslation('person');
  return (
    <Stack gap="xs">
      <Button data-autofocus onClick={onCard}>
        {t('photos.nextCard')}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('photos.done')}
      </Button>
    </Stack>
  );
}
