import { Button, Checkbox, Group, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SHEET_LIMIT, sheetOf } from '../cards/sheet-limit';
import { type Chosen, isFull, NOBODY, withAll, withoutAll } from './chosen';
import classes from './people.module.css';
import { useFoundIds } from './use-found-ids';

interface Props {
  /** Ids of those who are shown. */
  readonly shown: readonly string[];
  /** There are more than those who are shown. */
  readonly hasMore: boolean;
  readonly search: Parameters<ReturnType<typeof useFoundIds>['find']>[0];
  readonly chosen: Chosen;
  readonly onChoose: Dispatch<SetStateAction<Chosen>>;
}

/** Chooses everybody at once, and says how many are chosen and what can be done with them. */
export function ChoosingBar({ shown, hasMore, search, chosen, onChoose }: Props) {
  const { t } = useTranslation('enrolment');
  const { find, isFinding, error } = useFoundIds();
  const chosenHere = shown.filter((id) => chosen.has(id)).length;
  const isAll = chosenHere === shown.length;
  const count = chosen.size;
  const chooseFound = async (): Promise<void> => {
    const ids = await find(search);
    // Somebody may have been chosen meanwhile.
    onChoose((now) => withAll(now, ids));
  };
  return (
    <>
      <Group className={classes.choosing ?? ''} gap="md">
        <Checkbox
          label={t('people.choose.shown', { count: shown.length })}
          checked={isAll}
          indeterminate={chosenHere > 0 && !isAll}
          onChange={() => {
            onChoose(isAll ? withoutAll(chosen, shown) : withAll(chosen, shown));
          }}
        />
        {hasMore && isAll && !isFull(chosen) && (
          <Button size="xs" variant="subtle" loading={isFinding} onClick={() => void chooseFound()}>
            {t('people.choose.found', { limit: SHEET_LIMIT })}
          </Button>
        )}
        <Text size="sm" role="status">
          {count > 0 && t(isFull(chosen) ? 'people.choose.full' : 'people.choose.chosen', { count })}
        </Text>
        {count > 0 && (
          <Group gap="xs">
            <Button size="xs" component={Link} href={sheetOf(chosen)} leftSection={<Printer size={14} aria-hidden />}>
              {t('people.choose.print', { count })}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onChoose(NOBODY);
              }}
            >
              {t('people.choose.clear')}
            </Button>
          </Group>
        )}
      </Group>
      {error !== undefined && <ProblemAlert error={error} />}
    </>
  );
}
