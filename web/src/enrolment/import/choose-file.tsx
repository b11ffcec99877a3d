import { Alert, Anchor, Button, Card, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/parts/offer-download';
import { csvOf } from './failures-file';
import { MAX_BYTES, MAX_ROWS } from './read-table';

/** What somebody has chosen, or pasted. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Refusal = 'empty' | 'tooLarge' | 'spreadsheet' | 'unreadable';

/** The beginning of a ZIP, which newer spreadsheets are, and of older ones. */
const SPREADSHEETS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function refusalOf(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MAX_BYTES) return 'tooLarge';
  return SPREADSHEETS.some((mark) => mark.every((byte, index) => bytes[index] === byte)) ? 'spreadsheet' : undefined;
}

/** A file of people, or rows pasted from a sheet. */
export function ChooseFile({ onChosen }: { readonly onChosen: (source: Source) => void }) {
  const { t, i18n } = useTranslation('enrolment');
  const [refusal, setRefusal] = useState<Refusal>();
  const [pasted, setPasted] = useState('');

  const take = (name: string, bytes: Uint8Array): void => {
    const refused = refusalOf(bytes);
    setRefusal(refused);
    if (refused === undefined) onChosen({ name, bytes });
  };
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    try {
      take(file.name, new Uint8Array(await file.slice(0, MAX_BYTES + 1).arrayBuffer()));
    } catch {
      setRefusal('unreadable');
    }
  };

  return (
    <Stack>
      {refusal !== undefined && (
        <Alert color="red" role="alert">
          {t(`import.refused.${refusal}`)}
        </Alert>
      )}
      <Card withBorder>
        <Stack align="flex-start">
          <Text size="sm">{t('import.fileHelp', { rows: MAX_ROWS.toLocaleString(i18n.language) })}</Text>
          <Group>
            <FileButton
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              onChange={(file) => void read(file)}
              inputProps={{ 'aria-label': t('import.file') }}
            >
              {(props) => (
                <Button {...props} leftSection={<FileUp size={16} aria-hidden />}>
                  {t('import.choose')}
                </Button>
              )}
            </FileButton>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                offerDownload(csvOf(`\uFEFF${t('import.example')}`), t('import.exampleName'));
              }}
            >
              {t('import.getExample')}
            </Anchor>
          </Group>
        </Stack>
      </Card>
      <Card withBorder>
        <Stack align="flex-start">
          <Textarea
            w="100%"
            label={t('import.paste')}
            description={t('import.pasteHelp')}
            autosize
            minRows={4}
            maxRows={12}
            spellCheck={false}
            value={pasted}
            onChange={({ currentTarget }) => {
              setPasted(currentTarget.value);
            }}
          />
          <Button
            variant="default"
            disabled={pasted.trim() === ''}
            onClick={() => {
              take(t('import.pastedName'), new TextEncoder().encode(pasted));
            }}
          >
            {t('import.usePasted')}
          </Button>
        </Stack>
      </Card>
    </Stack>
  );
}
