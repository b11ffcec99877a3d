import { Alert, Button, Select, Stack, Text } from '@mantine/core';
import { Aperture } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Camera } from '../../../shared/camera/camera';
import { shoot } from './encode';
import classes from './camera-way.module.css';
import { type Pose } from './tray';

interface Props {
  /** To be taken next; undefined when all are there. */
  readonly pose: Pose | undefined;
  readonly isBusy: boolean;
  readonly onShot: (jpeg: Blob, pose: Pose) => void;
}

/** One pose after the other before the camera. */
export function CameraWay({ pose, isBusy, onShot }: Props) {
  const { t } = useTranslation('person');
  const [camera] = useState(() => new Camera());
  const { fault, isLive } = useSyncExternalStore(camera.subscribe, camera.state);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { video } = camera;
    place.current?.prepend(video);
    camera.start();
    return () => {
      camera.stop();
      video.remove();
    };
  }, [camera]);

  return (
    <Stack gap="xs" align="center">
      <Text fw={600} ta="center" aria-live="polite">
        {pose === undefined ? t('photos.allTaken') : t(`photos.guide.${pose}`)}
      </Text>
      <div className={classes.stage} ref={place} role="img" aria-label={t('photos.picture')}>
        <svg viewBox="0 0 400 300" aria-hidden>
          <ellipse cx="200" cy="145" rx="68" ry="92" />
        </svg>
        {fault === undefined && !isLive && <span>{t('photos.starting')}</span>}
      </div>
      {fault !== undefined && (
        <Alert color="red" role="alert" title={t(`faults.${fault}.title`)} w="100%" maw={560}>
          {t(`faults.${fault}.body`)} {t('faults.retrying')}
        </Alert>
      )}
      <CameraChoice camera={camera} isLive={isLive} />
      <Button
        size="md"
        leftSection={<Aperture size={18} aria-hidden />}
        disabled={!isLive || isBusy || pose === undefined}
        onClick={() => {
          if (pose !== undefined) void shoot(camera.video).then((jpeg) => onShot(jpeg, pose));
        }}
      >
        {t('photos.shoot')}
      </Button>
    </Stack>
  );
}

/** Where there are several. */
function CameraChoice({ camera, isLive }: { readonly camera: Camera; readonly isLive: boolean }) {
  const { t } = useTranslation('person');
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    // Their names are told once one of them was allowed.
    if (isLive) void camera.all().then(setDevices);
  }, [camera, isLive]);
  if (devices.length < 2) return null;
  return (
    <Select
      label={t('photos.whichCamera')}
      allowDeselect={false}
      w="100%"
      maw={360}
      value={camera.deviceId() ?? null}
      data={devices.map(({ deviceId, label }, index) => ({
        value: deviceId,
        label: label === '' ? t('photos.unnamedCamera', { number: index + 1 }) : label,
      }))}
      onChange={(deviceId) => {
        if (deviceId !== null) void camera.choose(deviceId);
      }}
    />
  );
}
