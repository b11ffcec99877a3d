import { Button, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { languageOf } from '../../shared/i18n/start-i18n';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { EXPORT } from './documents';
import { offerDownload } from '../../shared/parts/offer-download';
import { Section } from './section';

const HOUR = 3_600;

/** Everything that is held, as a file. */
export function ExportCard() {
  const { t, i18n } = useTranslation('pass');
  const [{ error, fetching }, send] = useMutation(EXPORT);
  const [said, setSaid] = useState('');

  const take = async () => {
    setSaid('');
    const language = languageOf(i18n) === 'en' ? 'EN' : 'ES';
    const answer = (await send({ language })).data?.exportMyData;
    if (answer?.__typename === 'PersonExport') {
      offerDownload(new Blob([answer.document], { type: 'application/json' }), answer.fileName);
      setSaid(t('data.export.done', { file: answer.fileName }));
    } else if (answer !== undefined) {
      setSaid(t('data.export.throttled', { hours: Math.ceil(answer.retryAfterSeconds / HOUR) }));
    }
  };

  return (
    <Section title={t('data.export.title')}>
      <Text size="sm">{t('data.export.body')}</Text>
      {error !== undefined && <ProblemAlert error={error} />}
      <Button variant="default" leftSection={<Download size={16} aria-hidden />} loading={fetching} onClick={take}>
        {t('data.export.do')}
      </Button>
      <Text size="sm" role="status" className="pass-said">
        {said}
      </Text>
    </Section>
  );
}
