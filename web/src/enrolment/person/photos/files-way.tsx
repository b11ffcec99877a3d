import { Alert, Group, Text } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_TYPES, MAX_FILE_BYTES, readPicture } from './encode';

interface Props {
  readonly isBusy: boolean;
  /** @returns false when there is no room for it */
  readonly onPicture: (jpeg: Blob) => boolean;
}

/** Photos that are there as files. */
export function FilesWay({ isBusy, onPicture }: Props) {
  const { t } = useTranslation('person');
  const [problems, setProblems] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]): Promise<void> => {
    const found: string[] = [];
    for (const file of files) {
      const jpeg = await readPicture(file).catch(() => undefined);
      if (jpeg === undefined) found.push(t('photos.fileUnreadable', { name: file.name }));
      else if (!onPicture(jpeg)) found.push(t('photos.tooMany'));
    }
    setProblems((before) => [...new Set([...before, ...found])]);
  };
  const refuse = (rejections: readonly FileRejection[]): void => {
    setProblems(rejections.map(({ file: { name } }) => t('photos.fileRefused', { name })));
  };

  return (
    <>
      <Dropzone
        accept={FILE_TYPES}
        maxSize={MAX_FILE_BYTES}
        disabled={isBusy}
        inputProps={{ 'aria-label': t('photos.drop') }}
        onDrop={(files) => {
          setProblems([]);
          void take(files);
        }}
        onReject={refuse}
      >
        <Group justify="center" mih={140} style={{ pointerEvents: 'none' }}>
          <ImageUp size={40} strokeWidth={1.25} aria-hidden />
          <div>
            <Text>{t('photos.drop')}</Text>
            <Text size="sm" c="dimmed">
              {t('photos.dropHint')}
            </Text>
          </div>
        </Group>
      </Dropzone>
      {problems.length > 0 && (
        <Alert color="red" role="alert">
          {problems.map((problem) => (
            <Text size="sm" key={problem}>
              {problem}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
