import { Button, Center, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError } from 'urql';
import { ProblemAlert } from '../ui/problem-alert';
import { Waiting } from '../ui/waiting';

interface Props {
  readonly list: {
    readonly nodes: readonly unknown[];
    readonly isLoading: boolean;
    readonly error: CombinedError | undefined;
    readonly hasMore: boolean;
    readonly more: () => unknown;
    readonly reload: () => unknown;
  };
  /** Stands where there is nothing. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** Around the rows of a list: what stands there while it loads, when it can't and when it is empty, and the way to more. */
export function ListFrame({ list, empty, children }: Props) {
  const { t } = useTranslation();
  const hasNothing = list.nodes.length === 0;
  return (
    <Stack>
      {list.error !== undefined && <ProblemAlert error={list.error} onRetry={list.reload} />}
      {!hasNothing && children}
      {hasNothing && !list.isLoading && list.error === undefined && empty}
      {hasNothing && list.isLoading && <Waiting />}
      {list.hasMore && (
        <Center>
          <Button variant="default" loading={list.isLoading} onClick={list.more}>
            {t('more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
