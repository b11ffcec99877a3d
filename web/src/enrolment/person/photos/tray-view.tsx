import { Badge, Button, Card, Group, Image, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isBad, type Photo } from './tray';

interface Props {
  readonly photos: readonly Photo[];
  readonly isBusy: boolean;
  readonly onAgain: (photo: Photo) => void;
  readonly onRemove: (photo: Photo) => void;
}

/** The photos before they are sent, and what the server said of each. */
export function TrayView({ photos, ...further }: Props) {
  const { t } = useTranslation('person');
  if (photos.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('photos.trayEmpty')}
      </Text>
    );
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 2, xs: 3, sm: 5 }}
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label={t('photos.tray')}
    >
      {photos.map((photo, index) => (
        <OnePhoto key={photo.id} photo={photo} number={index + 1} {...further} />
      ))}
    </SimpleGrid>
  );
}

interface PhotoProps extends Omit<Props, 'photos'> {
  readonly photo: Photo;
  readonly number: number;
}

function OnePhoto({ photo, number, isBusy, onAgain, onRemove }: PhotoProps) {
  const { t } = useTranslation(['person', 'reasons']);
  const { pose, verdict, url } = photo;
  const name = pose === undefined ? t('photos.photo', { number }) : t(`photos.pose.${pose}`);
  const bad = isBad(photo);
  return (
    <Card component="li" withBorder padding="xs" {...(bad && { style: { borderColor: 'var(--mantine-color-red-7)' } })}>
      <Card.Section>
        <Image src={url} alt={name} h={96} />
      </Card.Section>
      <Text size="sm" mt={4}>
        {name}
      </Text>
      {verdict !== undefined && (
        <Badge
          color={bad ? 'red' : 'teal'}
          radius="sm"
          styles={{ root: { height: 'auto' }, label: { whiteSpace: 'normal' } }}
        >
          {t(`reasons:photo.${verdict}.title`)}
        </Badge>
      )}
      {bad && verdict !== undefined && <Text size="xs">{t(`reasons:photo.${verdict}.advice`)}</Text>}
      <Group gap={4} mt={4}>
        {(pose !== undefined || bad) && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={isBusy}
            aria-label={t('photos.againOf', { photo: name })}
            onClick={() => {
              onAgain(photo);
            }}
          >
            {t('photos.again')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={isBusy}
          aria-label={t('photos.removeOf', { photo: name })}
          onClick={() => {
            onRemove(photo);
          }}
        >
          {t('photos.remove')}
        </Button>
      </Group>
    </Card>
  );
}
