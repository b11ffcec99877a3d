import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly about: string;
  /** What can be done here, such as a button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A place of a surface: its heading, what can be done, and what there is. */
export function Page({ title, about, actions, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t('brand')}`);
  return (
    <Stack maw={1200} mx="auto">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text c="dimmed" size="sm">
            {about}
          </Text>
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
