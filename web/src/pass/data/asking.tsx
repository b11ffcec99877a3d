import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  /** What comes of a yes. */
  readonly body: string;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  /** Why a yes came to nothing. */
  readonly children?: ReactNode;
}

/** Asks before what can't be undone, in the place of the button that led to it. */
export function Asking({ title, body, yes, isBusy, onYes, onNo, children }: Props) {
  const { t } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <Paper withBorder p="sm" role="group" aria-label={title}>
      <Title order={3} size="h6" ref={head} tabIndex={-1}>
        {title}
      </Title>
      <Text size="sm" my="xs">
        {body}
      </Text>
      {children}
      <Group gap="xs">
        <Button color="red" loading={isBusy} onClick={onYes}>
          {yes}
        </Button>
        <Button variant="default" onClick={onNo}>
          {t('cancel')}
        </Button>
      </Group>
    </Paper>
  );
}
