import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  ScrollArea,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../people/person-form';
import { type Source } from './choose-file';
import { type ColumnField, guessColumns, hasHeader, personOf } from './columns';
import { type PlannedRow } from './import-run';
import { decode, type Encoding, encodingOf, ENCODINGS, MAX_ROWS, readTable } from './read-table';

const FIELDS: readonly ColumnField[] = ['externalId', 'name', 'surname', 'kind'];

/** Rows that are shown as they will be read. */
const SHOWN = 5;

interface Props {
  readonly source: Source;
  /** @param header of the file, with a name for each column */
  readonly onCheck: (rows: readonly PlannedRow[], header: readonly string[]) => void;
  readonly onOther: () => void;
}

/** How the file is read: its letters, and which column holds what. What was guessed is shown, to be put right. */
export function MapColumns({ source, onCheck, onOther }: Props) {
  const { t } = useTranslation('enrolment');
  const [encoding, setEncoding] = useState<Encoding>(() => encodingOf(source.bytes));
  const table = useMemo(() => readTable(decode(source.bytes, encoding)), [source, encoding]);
  const [withHeader, setWithHeader] = useState(() => hasHeader(table.rows));
  const [columns, setColumns] = useState(() => guessColumns(table.rows[0]?.cells ?? []));
  const body = withHeader ? table.rows.slice(1) : table.rows;
  const header = headerOf(table.rows[0]?.cells ?? [], withHeader, (number) => t('import.column', { number }));
  const planned = body.map((row) => ({ source: row, person: personOf(row, columns) }));
  const options = header.map((name, index) => ({ value: String(index), label: name }));
  const isReady = columns.externalId !== null && columns.name !== null;

  return (
    <Stack>
      <Text size="sm">
        {t('import.found', { name: source.name, count: body.length })} {t('import.apart')}{' '}
        {t(`import.delimiters.${nameOfDelimiter(table.delimiter)}`)}
      </Text>
      {body.length > MAX_ROWS && (
        <Alert color="red" role="alert">
          {t('import.tooMany', { count: MAX_ROWS })}
        </Alert>
      )}
      <Card withBorder>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          {FIELDS.map((field) => (
            <Select
              key={field}
              label={t(`import.fields.${field}`)}
              placeholder={t('import.noColumn')}
              data={options}
              value={columns[field] === null ? null : String(columns[field])}
              onChange={(value) => {
                setColumns({ ...columns, [field]: value === null ? null : Number(value) });
              }}
              required={field === 'externalId' || field === 'name'}
              clearable={field === 'surname' || field === 'kind'}
              clearButtonProps={{ 'aria-label': t('import.noColumn') }}
            />
          ))}
          <Select
            label={t('import.everybody')}
            description={t('import.everybodyHelp')}
            placeholder={t('import.nobody')}
            data={KINDS.map((kind) => ({ value: kind, label: t(`people.kind.${kind}`) }))}
            value={columns.everybody}
            onChange={(everybody) => {
              setColumns({ ...columns, everybody });
            }}
            clearable
            clearButtonProps={{ 'aria-label': t('import.nobody') }}
          />
          <Select
            label={t('import.encoding')}
            description={t('import.encodingHelp')}
            data={ENCODINGS.map((one) => ({ value: one, label: t(`import.encodings.${one}`) }))}
            value={encoding}
            onChange={(value) => {
              if (value !== null) setEncoding(value);
            }}
            allowDeselect={false}
          />
        </SimpleGrid>
        <Checkbox
          mt="md"
          label={t('import.header')}
          checked={withHeader}
          onChange={({ currentTarget }) => {
            setWithHeader(currentTarget.checked);
          }}
        />
      </Card>
      <Preview rows={planned.slice(0, SHOWN)} />
      <Group>
        <Button
          disabled={!isReady || body.length === 0 || body.length > MAX_ROWS}
          onClick={() => {
            onCheck(planned, header);
          }}
        >
          {t('import.check')}
        </Button>
        <Button variant="default" onClick={onOther}>
          {t('import.other')}
        </Button>
      </Group>
    </Stack>
  );
}

const headerOf = (
  cells: readonly string[],
  withHeader: boolean,
  numbered: (number: number) => string,
): readonly string[] => cells.map((cell, index) => (withHeader && cell !== '' ? cell : numbered(index + 1)));

const DELIMITERS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

const nameOfDelimiter = (delimiter: string) =>
  delimiter in DELIMITERS ? DELIMITERS[delimiter as keyof typeof DELIMITERS] : 'other';

function Preview({ rows }: { readonly rows: readonly PlannedRow[] }) {
  const { t } = useTranslation('enrolment');
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('import.preview') }}>
      <Table captionSide="top" miw={480} withTableBorder>
        <Table.Caption ta="left">{t('import.preview')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.line')}</Table.Th>
            <Table.Th>{t('people.form.name')}</Table.Th>
            <Table.Th>{t('people.form.id')}</Table.Th>
            <Table.Th>{t('people.form.kind')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ source: { line }, person: { displayName, externalId, kind } }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{displayName}</Table.Td>
              <Table.Td>{externalId}</Table.Td>
              <Table.Td>{kind ? t(`people.kind.${kind}`) : '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
