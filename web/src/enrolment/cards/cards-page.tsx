import { Alert, Badge, Button, CloseButton, Group, type MantineColor, Stack, Text, Textarea } from '@mantine/core';
import { FileDown, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Page } from '../../shared/parts/page';
import { useConfirm } from '../../shared/parts/use-confirm';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { endOfDay, ExpiryField, inAYear, isPossible } from './expiry-field';
import { useCardPdf } from './use-card-pdf';
import { SHEET_LIMIT } from './sheet-limit';
import { type SheetRow, useSheet } from './use-sheet';

/** Cards for many people at once, on sheets to be cut. `?ids=` names them, by the ids that the server has for them. */
export function CardsPage() {
  const { t } = useTranslation('person');
  const [search] = useSearchParams();
  const ids = search.get('ids') ?? '';
  const { rows, isBusy, error, isTooMany, add, addByNumber, remove, issue } = useSheet();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  useEffect(() => {
    void add(ids.split(',').filter((id) => id !== ''));
  }, [ids, add]);

  return (
    <Page title={t('cards.title')} about={t('cards.about')}>
      <AddByNumber isBusy={isBusy} onAdd={async (numbers) => setUnknown(await addByNumber(numbers))} />
      {isTooMany && (
        <Alert color="yellow" role="alert">
          {t('cards.tooMany', { count: SHEET_LIMIT })}
        </Alert>
      )}
      {unknown.length > 0 && (
        <Alert color="yellow" role="alert">
          {t('cards.notFound', { ids: unknown.join(', ') })}
        </Alert>
      )}
      {error !== undefined && <ProblemAlert error={error} />}
      {rows.length === 0 ? (
        !isBusy && <EmptyState icon={Printer} title={t('cards.empty')} hint={t('cards.emptyHint')} />
      ) : (
        <>
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('cards.list')}>
            {rows.map((row) => (
              <Row key={row.holder.id} row={row} isBusy={isBusy} onRemove={remove} />
            ))}
          </Stack>
          <Actions rows={rows} isBusy={isBusy} onIssue={issue} />
        </>
      )}
    </Page>
  );
}

interface AddProps {
  readonly isBusy: boolean;
  readonly onAdd: (numbers: readonly string[]) => Promise<void>;
}

function AddByNumber({ isBusy, onAdd }: AddProps) {
  const { t } = useTranslation('person');
  const [text, setText] = useState('');
  const numbers = text.split(/[\s,;]+/).filter((number) => number !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(numbers).then(() => {
          setText('');
        });
      }}
    >
      <Stack gap="xs" maw={560} align="flex-start">
        <Textarea
          label={t('cards.add')}
          description={t('cards.addHint')}
          autosize
          minRows={2}
          maxRows={8}
          w="100%"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={isBusy} disabled={numbers.length === 0}>
          {t('cards.addButton')}
        </Button>
      </Stack>
    </form>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly isBusy: boolean;
  readonly onRemove: (id: string) => void;
}

function Row({ row, isBusy, onRemove }: RowProps) {
  const { t } = useTranslation(['person', 'common']);
  const { holder, failure } = row;
  const badge = badgeOf(row);
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <CloseButton
        size="sm"
        disabled={isBusy}
        aria-label={t('cards.remove', { name: holder.displayName })}
        onClick={() => {
          onRemove(holder.id);
        }}
      />
      <Group gap="xs" style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {holder.displayName} · {holder.externalId}
          {failure !== undefined && (
            <Text span size="sm" c="dimmed">
              {' '}
              {t(`common:problem.${failure}`)}
            </Text>
          )}
        </Text>
        {badge !== undefined && <Badge color={badge.color}>{t(`cards.${badge.text}`)}</Badge>}
      </Group>
    </Group>
  );
}

function badgeOf({ card, failure, hasCard }: SheetRow): { color: MantineColor; text: BadgeText } | undefined {
  if (card !== undefined) return { color: 'teal', text: 'issued' };
  if (failure !== undefined) return { color: 'red', text: 'failed' };
  return hasCard ? { color: 'yellow', text: 'hasCard' } : undefined;
}
type BadgeText = 'issued' | 'failed' | 'hasCard';

interface ActionsProps {
  readonly rows: readonly SheetRow[];
  readonly isBusy: boolean;
  readonly onIssue: (expiresAt: string) => Promise<void>;
}

function Actions({ rows, isBusy, onIssue }: ActionsProps) {
  const { t } = useTranslation('person');
  const confirm = useConfirm();
  const pdf = useCardPdf();
  const [day, setDay] = useState(inAYear);
  const issued = rows.flatMap(({ card }) => card ?? []);
  const open = rows.filter(({ card }) => card === undefined);
  const replaced = open.filter(({ hasCard }) => hasCard).length;

  const ask = (): void => {
    const replaces = replaced === 0 ? '' : `${t('cards.confirmReplaces', { count: replaced })} `;
    confirm({
      title: t('cards.confirmTitle'),
      body: `${replaces}${t('cards.confirmBody')}`,
      yes: t('cards.issue', { count: open.length }),
      onYes: () => void onIssue(endOfDay(day)),
    });
  };
  const hasFailed = open.some(({ failure }) => failure !== undefined);
  return (
    <Stack gap="xs" align="flex-start">
      {issued.length > 0 && (
        <Alert color="yellow" role="status">
          {t('cards.ready', { count: issued.length })}
        </Alert>
      )}
      {pdf.hasFailed && (
        <Alert color="red" role="alert">
          {t('card.pdfFailed')}
        </Alert>
      )}
      {open.length > 0 && <ExpiryField value={day} onChange={setDay} />}
      <Group>
        {open.length > 0 && (
          <Button loading={isBusy} disabled={!isPossible(day)} onClick={ask}>
            {hasFailed ? t('cards.again') : t('cards.issue', { count: open.length })}
          </Button>
        )}
        {issued.length > 0 && (
          <Button
            leftSection={<FileDown size={16} aria-hidden />}
            variant={open.length > 0 ? 'default' : 'filled'}
            loading={pdf.isMaking}
            disabled={isBusy}
            onClick={() => void pdf.download(issued, 'sheet')}
          >
            {t('cards.pdf')}
          </Button>
        )}
        {isBusy && (
          <Text size="sm" role="status">
            {t('cards.progress', { done: issued.length, count: rows.length })}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
