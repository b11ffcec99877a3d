import { Anchor, Badge, Button, Group, type MantineColor, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/parts/use-format';
import { type ImportOutcome } from '../graphql/graphql';
import { csvOf, failuresFile } from './failures-file';
import { offerDownload } from '../../shared/parts/offer-download';
import { type RowResult } from './import-run';
import classes from './import.module.css';
import { useReason } from './use-reason';

const COLOURS: Readonly<Record<ImportOutcome, MantineColor>> = {
  CREATED: 'teal',
  SAME: 'gray',
  DIFFERS: 'yellow',
  REFUSED: 'red',
};
const OUTCOMES = Object.keys(COLOURS) as readonly ImportOutcome[];

/** Rows that are drawn at first, and with each touch of the button. */
const STEP = 100;

interface Props {
  readonly results: readonly RowResult[];
  /** Of the file. */
  readonly header: readonly string[];
  /** What would happen, or what happened. */
  readonly tense: 'would' | 'did';
}

/** How many rows came to what, and each that somebody has to look at. */
export function RunResults({ results, header, tense }: Props) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const reasonOf = useReason();
  const [shown, setShown] = useState(STEP);
  const open = results.filter(({ outcome }) => outcome === 'REFUSED' || outcome === 'DIFFERS');
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 4 }} component="dl" m={0}>
        {OUTCOMES.map((outcome) => (
          <Paper key={outcome} withBorder p="sm">
            <Text component="dt" size="xs" c="dimmed">
              {t(`import.${tense}.${outcome}`)}
            </Text>
            <Text component="dd" m={0} fw={700} size="xl">
              {format.number(results.filter((result) => result.outcome === outcome).length)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      {open.length > 0 && (
        <>
          <Group justify="space-between">
            <Text fw={600}>{t('import.toLookAt')}</Text>
            <Button
              size="xs"
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              onClick={() => {
                const failures = open.map((result) => [result, reasonOf(result)] as const);
                offerDownload(csvOf(failuresFile([...header, t('import.reason')], failures)), t('import.failuresName'));
              }}
            >
              {t('import.getFailures')}
            </Button>
          </Group>
          <ul className={classes.list} aria-label={t('import.toLookAt')}>
            {open.slice(0, shown).map((result) => (
              <ResultRow key={result.source.line} result={result} reason={reasonOf(result)} />
            ))}
          </ul>
          {open.length > shown && (
            <Button
              variant="default"
              onClick={() => {
                setShown(shown + STEP);
              }}
            >
              {t('import.more', { count: open.length - shown })}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

function ResultRow({ result, reason }: { readonly result: RowResult; readonly reason: string }) {
  const { t } = useTranslation('enrolment');
  const { source, person, outcome, holder } = result;
  return (
    <li>
      <Group gap="xs">
        <Badge color={COLOURS[outcome]}>{t('import.lineNumber', { line: source.line })}</Badge>
        <Text size="sm" fw={500}>
          {person.displayName || '—'} · {person.externalId || '—'}
        </Text>
      </Group>
      <Text size="sm">
        {reason}{' '}
        {holder !== null && (
          <Anchor component={Link} href={`/people/${holder.id}`} size="sm" underline="always">
            {t('people.form.openTaken')}
          </Anchor>
        )}
      </Text>
    </li>
  );
}
