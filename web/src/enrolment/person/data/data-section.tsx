import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { languageOf } from '../../../shared/i18n/start-i18n';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type ReceiptFieldsFragment } from '../../graphql/graphql';
import { EXPORT } from '../documents';
import { offerDownload } from '../../../shared/parts/offer-download';
import { Section } from '../section';
import { type Person } from '../standing';
import { ErasePerson } from './erase-person';

interface Props {
  readonly person: Person;
  readonly onErased: (receipt: ReceiptFieldsFragment) => void;
}

/** What the person may ask for: all that is held on them, or that nothing is any more. */
export function DataSection({ person, onErased }: Props) {
  const { t, i18n } = useTranslation('person');
  const [isErasing, setErasing] = useState(false);
  const [isExported, setExported] = useState(false);
  const [{ error, fetching }, ask] = useMutation(EXPORT);
  const download = async (): Promise<void> => {
    setExported(false);
    const language = languageOf(i18n) === 'es' ? 'ES' : 'EN';
    const answer = await ask({ personId: person.id, language });
    if (answer.error !== undefined || answer.data === undefined) return;
    const { document, fileName } = answer.data.exportPerson;
    offerDownload(new Blob([document], { type: 'application/json' }), fileName);
    setExported(true);
  };
  return (
    <Section title={t('data.title')}>
      <Text size="sm" c="dimmed">
        {t('data.about')}
      </Text>
      {error !== undefined && <ProblemAlert error={error} />}
      {isExported && (
        <Alert color="teal" role="status">
          {t('data.exported')}
        </Alert>
      )}
      <Group gap="xs">
        <Button size="xs" variant="default" loading={fetching} onClick={() => void download()}>
          {t('data.export')}
        </Button>
        <Button
          size="xs"
          color="red"
          variant="outline"
          onClick={() => {
            setErasing(true);
          }}
        >
          {t('data.erase')}
        </Button>
      </Group>
      {isErasing && (
        <ErasePerson
          person={person}
          onErased={onErased}
          onClose={() => {
            setErasing(false);
          }}
        />
      )}
    </Section>
  );
}
