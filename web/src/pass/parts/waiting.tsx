import { Center, Loader, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** @param text why; that it is loading when there is nothing more to say */
export function Waiting({ text }: { readonly text?: string }) {
  const { t } = useTranslation(['common', 'pass']);
  return (
    <Center component="main" mih="60dvh" p="md">
      <Stack align="center" role="status">
        <Title order={1} size="h3">
          {t('pass:title')}
        </Title>
        <Loader aria-hidden />
        <Text ta="center">{text ?? t('loading')}</Text>
      </Stack>
    </Center>
  );
}
